import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { commandPhases } from '../server/session.ts'

/** Tag and name, in the language itself. */
const LANGUAGES = ['en English'] as const

export const lang: Command = defineCommand({
  verb: 'LANG',
  syntax: 'LANG [language]',
  about: 'Lists the languages of the replies, or chooses one',
  source: { rfc: 6856, section: '3' },
  allowedIn: commandPhases,
  takes: 'words',
  run(session, argument, { replies, policies }) {
    if (policies.international === 'absent')
      return stay(
        session,
        replies.unknownCommand({ typed: 'LANG', isLoggedIn: session.phase === 'transaction' }),
      )
    if (argument === '') return stay(session, replies.languages({ languages: LANGUAGES }))
    const tag = LANGUAGES.map((line) => line.split(' ')[0]!).find((known) =>
      matches(known, argument),
    )
    return tag === undefined
      ? stay(session, replies.languageUnknown({ typed: argument }))
      : go(session, replies.language({ tag }))
  },
})

/** A basic language range: the tag, or what it begins with; `*` is any (RFC 4647 §3.3.1). */
function matches(tag: string, range: string): boolean {
  const wanted = range.toLowerCase()
  return wanted === '*' || tag === wanted || tag.startsWith(`${wanted}-`)
}
