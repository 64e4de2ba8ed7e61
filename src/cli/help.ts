import type { Command, Option } from './command.ts'
import { commonOptions } from './args.ts'
import { wrapBeside, wrapText } from '../core/text/columns.ts'

/** The help of all: what there is. */
export function renderHelp(commands: readonly Command[], width: number): string {
  return [
    'Usage: helo-world COMMAND …',
    '',
    ...paragraph('Judges DNS zones and messages as mail servers do, and explains why.', width),
    '',
    'Commands',
    ...wrapBeside(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    '',
    'Every command',
    ...optionRows(commonOptions, width),
    '',
    ...paragraph(
      'It ends with 0 when all is well, with 1 when something needs a fix, and with 2 when it was called otherwise than it understands or cannot read a file.',
      width,
    ),
    '',
    'More of each: helo-world COMMAND --help',
    '',
  ].join('\n')
}

/** The help of one command. */
export function renderCommandHelp(command: Command, width: number): string {
  const { name, syntax, about, options, examples, formats } = command
  const format = { ...commonOptions['format']!, text: `how to answer: ${formatList(formats)}` }
  return [
    ...wrapText(`Usage: helo-world ${name} ${syntax}`, '       ', width, ''),
    ...about.flatMap((text) => ['', ...paragraph(text, width)]),
    ...(Object.keys(options).length > 0 ? ['', 'Options', ...optionRows(options, width)] : []),
    '',
    'As everywhere',
    ...optionRows({ ...commonOptions, format }, width),
    '',
    examples.length === 1 ? 'Example' : 'Examples',
    ...examples.map((line) => `  ${line}`),
    '',
  ].join('\n')
}

/** `text`, `json` or `sarif` */
function formatList(formats: readonly string[]): string {
  const names = formats.map((name) => `\`${name}\``)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`
}

const paragraph = (text: string, width: number): string[] => wrapText(text, '', width)

const optionRows = (options: Readonly<Record<string, Option>>, width: number): string[] =>
  wrapBeside(
    Object.entries(options).map(([name, { value, text }]) => [
      `--${name}${value === undefined ? '' : ` ${value}`}`,
      text,
    ]),
    width,
  )
