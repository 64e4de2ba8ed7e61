import { sectionLabel, sectionUrl, type Section } from '../../core/section.ts'
import { commands as imapCommands } from '../../protocols/imap/commands/index.ts'
import { stateTable as imapTable } from '../../protocols/imap/server/state-table.ts'
import {
  endings as imapEndings,
  transitions as imapTransitions,
} from '../../protocols/imap/server/transitions.ts'
import { commands as popCommands } from '../../protocols/pop3/commands/index.ts'
import { stateTable as popTable } from '../../protocols/pop3/server/state-table.ts'
import {
  endings as popEndings,
  transitions as popTransitions,
} from '../../protocols/pop3/server/transitions.ts'
import { commands as smtpCommands } from '../../protocols/smtp/commands/index.ts'
import { stateTable as smtpTable } from '../../protocols/smtp/server/state-table.ts'
import {
  endings as smtpEndings,
  transitions as smtpTransitions,
} from '../../protocols/smtp/server/transitions.ts'
import type { Ending, Transition } from '../../protocols/shared/transition.ts'

interface Protocol {
  readonly name: string
  readonly commands: readonly Facts[]
  /** For each verb, what each state makes of it. */
  readonly table: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly transitions: readonly Transition<string>[]
  readonly endings: readonly Ending[]
}

interface Facts {
  readonly verb: string
  readonly syntax: string
  readonly about: string
  readonly source: Section
}

const protocols: readonly Protocol[] = [
  {
    name: 'SMTP, submission and LMTP',
    commands: smtpCommands,
    table: smtpTable,
    transitions: smtpTransitions,
    endings: smtpEndings,
  },
  {
    name: 'IMAP',
    commands: imapCommands,
    table: imapTable,
    transitions: imapTransitions,
    endings: imapEndings,
  },
  {
    name: 'POP3',
    commands: popCommands,
    table: popTable,
    transitions: popTransitions,
    endings: popEndings,
  },
]

/** The commands that the servers know, and when each may be said, as one page of Markdown. */
export function commandReference(): string {
  const introduction =
    'What the simulated servers know, drawn from the commands themselves. `✓`: it may be said in ' +
    'that state. `npm run docs:commands` writes this page.'
  return ['# Commands and states', introduction, ...protocols.flatMap(pageOf), ''].join('\n\n')
}

const pageOf = ({ name, commands, table, transitions, endings }: Protocol): string[] => [
  `## ${name}`,
  tableOf(
    commands.filter(({ verb }) => verb in table),
    table,
  ),
  statesOf(transitions, endings),
]

function tableOf(commands: readonly Facts[], table: Protocol['table']): string {
  const states = Object.keys(Object.values(table)[0] ?? {})
  const rows = commands.map(({ verb, syntax, about, source }) => [
    `\`${syntax.replaceAll('|', '\\|')}\``,
    about,
    linkTo(source),
    ...states.map((state) => (table[verb]![state] === 'allowed' ? '✓' : '')),
  ])
  return markdownTable([['Command', 'What it does', 'Section', ...states.map(spaced)], ...rows])
}

/** Where each command leads from each state, and what ends a session in all of them. */
function statesOf(transitions: readonly Transition<string>[], endings: readonly Ending[]): string {
  const rows = transitions.map(({ from, by, on, via, to, source }) => [
    spaced(from),
    by ? `\`${by}\`${on === 'no' ? ', refused' : ''}` : 'by itself',
    via.map(spaced).join(', '),
    spaced(to),
    linkTo(source),
  ])
  const ends = endings.map(({ by, source }) => ['every', by, '', 'closed', linkTo(source)])
  return markdownTable([
    ['State', 'Command or event', 'By way of', 'Next', 'Section'],
    ...rows,
    ...ends,
  ])
}

const markdownTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const linkTo = (source: Section | undefined): string =>
  source ? `[${sectionLabel(source)}](${sectionUrl(source)})` : ''

/** `notAuthenticated` → `not authenticated` */
const spaced = (name: string): string =>
  name.replace(/[A-Z]/g, (character) => ` ${character.toLowerCase()}`)
