import { commands as verbs } from '../../../bridge/cli/commands/index.ts'
import { commands as imapCommands } from '../../../protocols/imap/commands/index.ts'
import { commands as pop3Commands } from '../../../protocols/pop3/commands/index.ts'
import type { CommandFacts } from '../../../protocols/shared/command-facts.ts'
import { commands as smtpCommands } from '../../../protocols/smtp/commands/index.ts'
import { commands as programs } from '../../../shell/commands/index.ts'
import type { SiteWords } from '../words/load-words.ts'
import type { ReferenceEntry, ReferenceGroup } from './group.ts'

type CommandWords = SiteWords['reference']['commands']

/** All commands: of servers, of the terminal, of `helo-world`. */
export const commands = (words: CommandWords): ReferenceGroup[] => [
  { id: 'smtp', title: words.smtp, entries: ofProtocol('smtp', smtpCommands) },
  {
    ...{ id: 'imap', title: words.imap, about: words.imapAbout },
    entries: ofProtocol('imap', imapCommands),
  },
  { id: 'pop3', title: words.pop3, entries: ofProtocol('pop3', pop3Commands) },
  {
    ...{ id: 'programs', title: words.programs, about: words.programsAbout },
    entries: programs.map(({ name, aliases = [], summary, page }) => ({
      ...{ id: `program-${name}`, name, look: 'code', also: aliases },
      ...{ text: sentence(summary), syntax: page.synopsis.join('\n') },
    })),
  },
  {
    ...{ id: 'verbs', title: words.verbs, about: words.verbsAbout },
    entries: verbs.map(({ name, summary, syntax }) => ({
      ...{ id: `verb-${name.replaceAll(' ', '-')}`, name: `helo-world ${name}`, look: 'code' },
      ...{ text: sentence(summary), syntax: `helo-world ${name} ${syntax}` },
    })),
  },
]

/** Each verb once, where a command has several forms of its own. */
const ofProtocol = (protocol: string, all: readonly CommandFacts[]): ReferenceEntry[] =>
  [...new Map(all.map((command) => [command.verb, command])).values()].map(
    ({ verb, syntax, about, source }) => ({
      ...{ id: `${protocol}-${verb.toLowerCase().replaceAll(' ', '-')}`, name: verb },
      ...{ look: 'code', syntax, text: `${about}.`, source },
    }),
  )

const sentence = (text: string): string =>
  `${text[0]!.toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
