/** A command of the terminal; it still wants formatting. */
export function shellCommandText(name: string, identifier: string): string {
  return `import type { Command } from '../command.ts'
import { showText } from '../show-text.ts'

export const ${identifier}: Command = {
  name: '${name}',
  summary: 'say in one line what it is good for',
  page: {
    synopsis: ['${name} [word ...]'],
    description: ['Say what it does, and what to make of what it prints.'],
    examples: [['${name} example.org', 'what this shows']],
    seeAlso: ['help'],
  },
  run(words, context) {
    context.print(showText(words.map(({ text }) => text).join(' ')))
    return undefined
  },
}
`
}

/** An SMTP command that the server knows and does not offer yet; it still wants formatting. */
export function smtpCommandText(name: string, identifier: string): string {
  const verb = name.toUpperCase()
  return `import { defineCommand, stay, type Command } from '../command.ts'
import { commandPhases } from '../session.ts'

export const ${identifier}: Command = defineCommand({
  verb: '${verb}',
  syntax: '${verb} [argument]',
  about: 'Say in one line what it does',
  source: { rfc: 5321, section: '4.1.1' },
  // Take this line out when it works: then HELP lists it.
  offered: 'no',
  allowedIn: commandPhases,
  run: (session, _argument, { say }) => stay(session, say.notOffered({ command: ${identifier} })),
})
`
}

/** A session that holds the server to its words. */
export function smtpTranscript(name: string): string {
  const verb = name.toUpperCase()
  return `# Say in a sentence what this session shows.
# RFC 5321 §4.1.1
# host: teaching

S: 220 mx.example.org ESMTP ready. Say EHLO and your name
C: HELO client.example.net
S: 250 mx.example.org Hello client.example.net [198.51.100.7]. Now MAIL FROM:<you@example.net>
C: ${verb}
S: 502 5.5.1 I know ${verb}, but I do not offer it here
C: QUIT
S: 221 2.0.0 mx.example.org says goodbye
`
}
