import { editDistance } from '../core/text/edit-distance.ts'
import { readArgs, readFormat } from './args.ts'
import type { Args, Command } from './command.ts'
import type { Format } from './format.ts'
import { UsageError } from './usage-error.ts'
import { renderCommandHelp, renderHelp } from './help.ts'
import type { Io } from './io.ts'
import { paintFor } from './output/paint.ts'
import { renderText } from './output/text.ts'
import { exitCode, type Report } from './report.ts'

/** How a report is written for programs. */
export type RenderReport = (command: string, report: Report, detail: 'short' | 'full') => string

/** The `helo-world` of one place. */
export interface Cli {
  readonly commands: readonly Command[]
  /** Of the package, for `--version`. */
  readonly version: string
  /** The formats beside text that can be written here. */
  readonly formats: Readonly<Partial<Record<Format, RenderReport>>>
}

/**
 * Runs `helo-world` with the words behind it.
 * @returns The exit code: 0 all is well, 1 something needs a fix, 2 it could not be done.
 */
export async function runCommands(words: readonly string[], io: Io, cli: Cli): Promise<0 | 1 | 2> {
  const [first = '--help'] = words
  if (['--help', '-h', 'help'].includes(first)) return print(io, renderHelp(cli.commands, io.width))
  if (['--version', '-V'].includes(first)) return print(io, `${cli.version}\n`)
  const command = commandFor(words, cli.commands)
  if (!command) return refuse(io, unknown(words, cli.commands))
  try {
    return await runCommand(command, words.slice(command.name.split(' ').length), io, cli)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const more = error.about === 'usage' ? `\nMore: helo-world ${command.name} --help` : ''
    return refuse(io, `${error.message}${more}`)
  }
}

async function runCommand(
  command: Command,
  words: readonly string[],
  io: Io,
  { formats }: Cli,
): Promise<0 | 1 | 2> {
  if (words.includes('--help') || words.includes('-h'))
    return print(io, renderCommandHelp(command, io.width))
  const args = readArgs(command, words)
  const possible = command.formats.filter((one) => one === 'text' || formats[one])
  const format = readFormat({ ...command, formats: possible }, args)
  const report = await command.run(args, io)
  io.out(render(command, report, args, io, formats[format]))
  return exitCode(report)
}

function render(
  { name }: Command,
  report: Report,
  args: Args,
  io: Io,
  write: RenderReport | undefined,
): string | Uint8Array {
  const detail = args.has('explain') ? 'full' : 'short'
  if (write) return write(name, report, detail)
  if (report.text instanceof Uint8Array) return report.text
  return renderText(report, { paint: paintFor(io.colour), width: io.width, detail })
}

/** `check spf` before `check`: the longest name that the words begin with. */
const commandFor = (words: readonly string[], commands: readonly Command[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, at) => word === words[at]))

function unknown(words: readonly string[], commands: readonly Command[]): string {
  const near = commands.map((command) => {
    const typed = words.slice(0, command.name.split(' ').length).join(' ')
    return { ...command, typed, far: editDistance(command.name, typed) }
  })
  const [nearest] = near.toSorted((a, b) => a.far - b.far)
  if (nearest && nearest.far <= 2)
    return `There is no command \`${nearest.typed}\`. Did you mean \`${nearest.name}\`?`
  const names = commands.map(({ name }) => `\`${name}\``).join(', ')
  return `There is no command \`${words[0]}\`. There are ${names}.`
}

function print(io: Io, text: string): 0 {
  io.out(text)
  return 0
}

function refuse(io: Io, text: string): 2 {
  io.err(`helo-world: ${text}\n`)
  return 2
}
