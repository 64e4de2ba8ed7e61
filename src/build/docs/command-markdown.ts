import { sectionLabel, sectionUrl, type Section } from '../../core/section.ts'
import { commands as imapCommands } from '../../protocols/imap/commands/index.ts'
import {
  stateTable as imapTable,
  transitions as imapTransitions,
} from '../../protocols/imap/server/state-table.ts'
import { commands as popCommands } from '../../protocols/pop3/commands/index.ts'
import {
  stateTable as popTable,
  transitions as popTransitions,
} from '../../protocols/pop3/server/state-table.ts'
import { commands as smtpCommands } from '../../protocols/smtp/commands/index.ts'
import { stateTable as smtpTable } from '../../protocols/smtp/server/state-table.ts'
import type { Transition } from '../../protocols/shared/transition.ts'

interface Protocol {
  readonly name: string
  readonly commands: readonly Facts[]
  /** For each verb, what each state makes of it. */
  readonly table: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly transitions?: readonly Transition<string>[]
}

interface Facts {
  readonly verb: string
  readonly syntax: string
  readonly about: string
  readonly source: Section
}

const protocols: readonly Protocol[] = [
  { name: 'SMTP, submission and LMTP', commands: smtpCommands, table: smtpTable },
  {
    name: 'IMAP',
    commands: imapCommands,
    table: imapTable,
    transitions: imapTransitions,
  },
  { name: 'POP3', commands: popCommands, table: popTable, transitions: popTransitions },
]

/** The commands that the servers know, and when each may be said, as one page of Markdown. */
export function commandReference(): string {
  const introduction =
    'What the simulated servers know, drawn from the commands themselves. `✓`: it may be said in ' +
    'that state. `npm run docs:commands` writes this page.'
  return ['# Commands and states', introduction, ...protocols.flatMap(pageOf), ''].join('\n\n')
}

const pageOf = ({ name, commands, table, transitions }: Protocol): string[] => [
  `## ${name}`,
  tableOf(
    commands.filter(({ verb }) => verb in table),
    table,
  ),
  ...(transitions ? [waysOf(transitions)] : []),
]

function tableOf(commands: readonly Facts[], table: Protocol['table']): string {
  const states = Object.keys(Object.values(table)[0] ?? {})
  const rows = commands.map(({ verb, syntax, about, source }) => [
    `\`${syntax.replaceAll('|', '\\|')}\``,
    about,
    `[${sectionLabel(source)}](${sectionUrl(source)})`,
    ...states.map((state) => (table[verb]![state] === 'allowed' ? '✓' : '')),
  ])
  const head = ['Command', 'What it does', 'Section', ...states.map(spaced)]
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const waysOf = (transitions: readonly Transition<string>[]): string =>
  transitions
    .map(({ from, by, on, to }) => {
      const how = by ? `\`${by}\`${on === 'no' ? ', refused' : ''}` : 'by itself'
      return `- ${spaced(from)} → ${spaced(to)}: ${how}`
    })
    .join('\n')

/** `notAuthenticated` → `not authenticated` */
const spaced = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
