import { bold, cyan, withCode } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import type { Command, CommandContext } from '../command.ts'
import { mailHost } from '../names.ts'
import { printPage } from '../man-page.ts'
import { pageOut } from '../pager/page-out.ts'
import { specialAddressLines } from '../special-addresses-page.ts'

const ADDRESSES = 'addresses'

export const help: Command = {
  name: 'help',
  origin: 'ours',
  options: 'none',
  summary: 'show what can be typed here',
  completes: ['commands'],
  page: {
    synopsis: ['help [command]', 'help addresses'],
    description: [
      '`help` lists every command with one line about it. With the name of a command it shows that command’s page, as `man` does.',
      '`help addresses` lists the addresses that fail on request, where a host here has them: one that is full, one that is slow, one that bounces later.',
    ],
    examples: [
      ['help', 'the list'],
      ['help dig', 'all about `dig`'],
      ['help addresses', 'whom to write to when it shall fail'],
    ],
    seeAlso: ['man'],
  },
  run([word], context) {
    if (word && word.text !== ADDRESSES) return printPage(word, context)
    const lines = word
      ? specialAddressLines(context.world)
      : overview(context).map((line) => withCode(line))
    return pageOut('help', lines, context, (line) => context.explain(line))
  },
}

function overview({ commands, world, host: here }: CommandContext): string[] {
  const rows = commands.flatMap(({ kind, name, summary }) =>
    kind === 'tool' ? [] : [[`  ${cyan(name)}`, summary]],
  )
  const tools = commands.flatMap(({ kind, name }) => (kind === 'tool' ? [`\`${name}\``] : []))
  const host = mailHost(world, here)
  const first = host
    ? `A good first step: \`nc ${host.name} 25\` connects you to a mail server. Then type \`EHLO\` and your name.`
    : 'A good first step: `hosts` shows who is on this simulated Internet.'
  return [
    bold('What you can type'),
    ...alignColumns(rows),
    '',
    `For files and text: ${tools.join(', ')}.`,
    'What one prints the next can read: `dig example.org MX +short | sort -n`; `<` and `>` read and write files.',
    '`man` and a name explain one of them: `man dig`.',
    'Tab completes commands and names. The up arrow brings back earlier lines, Ctrl-R finds them.',
    'Where there is a `+` beside the terminal it opens another one, on a host: `tail -f /var/log/mail.log` on a mail server there, `swaks` here.',
    first,
  ]
}
