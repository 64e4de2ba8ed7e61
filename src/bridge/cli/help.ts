import type { Command, Option } from './command.ts'
import { commonOptions } from './args.ts'
import { columns, wrap } from './output/wrap.ts'

/** The help of all: what there is. */
export function renderHelp(commands: readonly Command[], width: number): string {
  return [
    'Usage: helo-world COMMAND …',
    '',
    wrap('Judges DNS zones and messages as mail servers do, and says why.', width),
    '',
    'Commands',
    ...columns(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    '',
    'Every command',
    ...optionRows(commonOptions, width),
    '',
    wrap(
      'It ends with 0 when all is well, with 1 when something is to be mended, and with 2 when it was called otherwise than it understands or cannot read a file.',
      width,
    ),
    '',
    'More of each: helo-world COMMAND --help',
    '',
  ].join('\n')
}

/** The help of one command. */
export function renderCommandHelp(command: Command, width: number): string {
  const { name, syntax, about, options, examples } = command
  return [
    wrap(`Usage: helo-world ${name} ${syntax}`, width, '       '),
    ...about.flatMap((paragraph) => ['', wrap(paragraph, width)]),
    ...(Object.keys(options).length > 0 ? ['', 'Options', ...optionRows(options, width)] : []),
    '',
    'As everywhere',
    ...optionRows(commonOptions, width),
    '',
    examples.length === 1 ? 'Example' : 'Examples',
    ...examples.map((line) => `  ${line}`),
    '',
  ].join('\n')
}

const optionRows = (options: Readonly<Record<string, Option>>, width: number): string[] =>
  columns(
    Object.entries(options).map(([name, { value, text }]) => [
      `--${name}${value === undefined ? '' : ` ${value}`}`,
      text,
    ]),
    width,
  )
