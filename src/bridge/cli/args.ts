import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Args, Command, Format, Option } from './command.ts'
import { FORMATS } from './command.ts'
import { UsageError } from './usage-error.ts'

/** What every command understands. */
export const commonOptions: Readonly<Record<string, Option>> = {
  format: { value: 'FORMAT', text: 'how to answer: `text`, `json` or `sarif`' },
  explain: { text: 'show every step of a verdict, and every rule’s reason' },
  help: { text: 'show this text' },
}

/**
 * Reads the words behind a command's name.
 * @throws {UsageError} where an option is unknown or lacks its value.
 */
export function readArgs(command: Command, words: readonly string[]): Args {
  const options = { ...command.options, ...commonOptions }
  const { values, positionals } = parse(words, options)
  const all = (name: string): string[] =>
    [values[name] ?? []].flat().flatMap((value) => (typeof value === 'string' ? [value] : []))
  const text = (name: string) => all(name).at(-1)
  return {
    words: positionals,
    all,
    text,
    has: (name) => values[name] !== undefined,
    need: (name) => {
      const value = text(name)
      if (value === undefined)
        throw new UsageError(
          `\`${command.name}\` needs \`--${name} ${options[name]?.value ?? ''}\`.`,
        )
      return value
    },
  }
}

function parse(words: readonly string[], options: Readonly<Record<string, Option>>) {
  const config: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(options).map(([name, { value, times }]) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: times === 'many',
        ...(name === 'help' && { short: 'h' }),
      },
    ]),
  )
  try {
    return parseArgs({ args: [...words], options: config, allowPositionals: true })
  } catch (error) {
    // Node's own sentence, up to where it starts to explain `--`.
    throw new UsageError(
      error instanceof Error ? error.message.split('. To specify')[0]! : String(error),
    )
  }
}

/** @throws {UsageError} for a format that the command does not have. */
export function readFormat(command: Command, args: Args): Format {
  const asked = args.text('format') ?? 'text'
  const format = FORMATS.find((one) => one === asked)
  if (format && command.formats.includes(format)) return format
  throw new UsageError(
    `\`${command.name}\` answers as ${command.formats.join(', ')}; not as \`${asked}\`.`,
  )
}

/** @throws {UsageError} if there are not as many words as the command has names for. */
export function exactWords(args: Args, ...names: readonly string[]): readonly string[] {
  if (args.words.length === names.length) return args.words
  throw new UsageError(
    args.words.length < names.length
      ? `Not enough words: ${names.slice(args.words.length).join(' and ')} is missing.`
      : `\`${args.words[names.length]}\` is one word too many.`,
  )
}
