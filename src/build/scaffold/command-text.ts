import { placeholder } from './placeholder.ts'

/** A command of the terminal; it still wants formatting. */
export function shellCommandText(name: string, identifier: string): string {
  return `import type { Command } from '../command.ts'
import { showText } from '../show-text.ts'

export const ${identifier}: Command = {
  name: '${name}',
  summary: '${placeholder('state in one line what it is good for')}',
  page: {
    synopsis: ['${name} [word ...]'],
    description: ['${placeholder('Describe what it does, and what to make of what it prints.')}'],
    examples: [['${name} example.org', '${placeholder('what this shows')}']],
    seeAlso: ['help'],
  },
  run(words, context) {
    context.print(showText(words.map(({ text }) => text).join(' ')))
    return undefined
  },
}
`
}

/** An SMTP command with a reply of its own; it still wants formatting. */
export function smtpCommandText(name: string, identifier: string): string {
  const verb = name.toUpperCase()
  return `import { defineCommand, stay, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'
import { reply } from '../wire/reply.ts'

/** What it replies, unless a personality has other words. */
export const ${identifier}Replies = {
  ${identifier}Done: () => reply(250, '2.0.0', '${placeholder('State here what happened')}'),
}

export const ${identifier}: Command = defineCommand({
  verb: '${verb}',
  syntax: '${verb} [argument]',
  about: '${placeholder('State in one line what it does')}',
  source: { rfc: 5321, section: '4.1.1' },
  replies: ${identifier}Replies,
  allowedIn: commandPhases,
  run: (session, _argument, { replies }) => stay(session, replies.${identifier}Done()),
})
`
}

/** A session that shows the command. */
export function smtpTranscript(name: string): string {
  const verb = name.toUpperCase()
  return `# ${placeholder('State in a sentence what this session shows.')}
# RFC 5321 §4.1.1
# host: teaching

S: 220 mx.example.org ESMTP ready. Say EHLO and your name
C: HELO client.example.net
S: 250 mx.example.org Hello client.example.net [198.51.100.7]. Now MAIL FROM:<you@example.net>
C: ${verb}
S: 250 2.0.0 ${placeholder('State here what happened')}
C: QUIT
S: 221 2.0.0 mx.example.org says goodbye
`
}

/** An IMAP command that does nothing yet; it still wants formatting. */
export function imapCommandText(name: string, identifier: string): string {
  const verb = name.toUpperCase()
  return `import { defineCommand, ok, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const ${identifier}: Command = defineCommand({
  verb: '${verb}',
  syntax: '${verb}',
  about: '${placeholder('State in one line what it does')}',
  source: { rfc: 9051, section: '6.1.2' },
  allowedIn: commandPhases,
  // What stands behind the verb: the readers of wire/ put together.
  arguments: nothing,
  run: (session, _, { responses, command }) => ok(session, responses.done({ command })),
})
`
}

/** A session that holds the server to its words. */
export function imapTranscript(name: string): string {
  const verb = name.toUpperCase()
  return `# RFC 9051 §6.1.2: ${placeholder('State in a sentence what this session shows.')}
# host: teaching

S: * OK [CAPABILITY IMAP4rev1 IMAP4rev2 LITERAL+ SASL-IR ENABLE ID IDLE STARTTLS AUTH=SCRAM-SHA-256 AUTH=SCRAM-SHA-1 AUTH=CRAM-MD5 AUTH=PLAIN AUTH=LOGIN] imap.example.org IMAP ready. Begin each command with a tag: a CAPABILITY
C: a ${verb}
S: a OK ${verb} completed
`
}

/** A POP3 command that does nothing yet; it still wants formatting. */
export function pop3CommandText(name: string, identifier: string): string {
  const verb = name.toUpperCase()
  return `import { defineCommand, stay, type Command } from '../server/command.ts'

export const ${identifier}: Command = defineCommand({
  verb: '${verb}',
  syntax: '${verb}',
  about: '${placeholder('State in one line what it does')}',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'none',
  run: (session, _, { replies }) => stay(session, replies.noop({})),
})
`
}

/** A session that holds the server to its words. */
export function pop3Transcript(name: string): string {
  const verb = name.toUpperCase()
  return `# ${placeholder('State in a sentence what this session shows.')}
# RFC 1939 §5
# host: teaching

S: +OK mail.example.org POP3 ready. Say USER and PASS, or CAPA <Kx7fQ2mZ9aBcD4eF@mail.example.org>
C: ${verb}
S: -ERR Log in before ${verb}: USER and PASS, APOP or AUTH
C: USER bob
S: +OK Now PASS and the password, bob
C: PASS correct horse
S: +OK bob's maildrop is open: 2 messages, 148 octets
C: ${verb}
S: +OK Nothing done, as you asked
C: QUIT
S: +OK mail.example.org says goodbye. Nothing was deleted, 2 messages left
`
}
