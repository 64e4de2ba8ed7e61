import { editDistance } from '../../core/text/edit-distance.ts'
import { readArgs, readFormat } from './args.ts'
import type { Args, Command, Format } from './command.ts'
import { commands } from './commands/index.ts'
import { UsageError } from './usage-error.ts'
import { renderCommandHelp, renderHelp } from './help.ts'
import type { Io } from './io.ts'
import { renderJson } from './output/json.ts'
import { paintFor } from './output/paint.ts'
import { renderSarif } from './output/sarif.ts'
import { renderText } from './output/text.ts'
import { exitCode, type Report } from './report.ts'

/**
 * Runs `helo-world` with the words behind it.
 * @param version Of the package, for `--version` and for SARIF.
 * @returns The exit code: 0 all is well, 1 something needs a fix, 2 it could not be done.
 */
export async function runCli(
  words: readonly string[],
  io: Io,
  version: string,
): Promise<0 | 1 | 2> {
  const [first = '--help'] = words
  if (['--help', '-h', 'help'].includes(first)) return print(io, renderHelp(commands, io.width))
  if (['--version', '-V'].includes(first)) return print(io, `${version}\n`)
  const command = commandFor(words)
  if (!command) return refuse(io, unknown(words))
  try {
    return await runCommand(command, words.slice(command.name.split(' ').length), io, version)
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
  version: string,
): Promise<0 | 1 | 2> {
  if (words.includes('--help') || words.includes('-h'))
    return print(io, renderCommandHelp(command, io.width))
  const args = readArgs(command, words)
  const format = readFormat(command, args)
  const report = await command.run(args, io)
  io.out(render(command, report, format, args, io, version))
  return exitCode(report)
}

function render(
  command: Command,
  report: Report,
  format: Format,
  args: Args,
  io: Io,
  version: string,
): string | Uint8Array {
  const detail = args.has('explain') ? 'full' : 'short'
  switch (format) {
    case 'json':
      return renderJson(command.name, report, detail)
    case 'sarif':
      return renderSarif(report, version)
    case 'text':
      if (report.text instanceof Uint8Array) return report.text
      return renderText(report, { paint: paintFor(io.colour), width: io.width, detail })
  }
}

/** `check spf` before `check`: the longest name that the words begin with. */
const commandFor = (words: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, at) => word === words[at]))

function unknown(words: readonly string[]): string {
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
