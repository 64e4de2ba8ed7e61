import type { Args, Command, Option } from './command.ts'
import { FORMATS, type Format } from './format.ts'
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
  const all = (name: string): string[] => (values.get(name) ?? []).filter((value) => value !== true)
  const text = (name: string) => all(name).at(-1)
  return {
    words: positionals,
    all,
    text,
    has: (name) => values.has(name),
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

interface Given {
  readonly values: ReadonlyMap<string, readonly (string | true)[]>
  readonly positionals: readonly string[]
}

/** Sorts words into options and others, as `parseArgs` of Node does; `--` ends the options. */
function parse(words: readonly string[], options: Readonly<Record<string, Option>>): Given {
  const values = new Map<string, (string | true)[]>()
  const positionals: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === '--') return { values, positionals: [...positionals, ...words.slice(at + 1)] }
    if (!/^-./.test(word)) {
      positionals.push(word)
      continue
    }
    const [, dashed = '', joined] = /^([^=]*)(?:=(.*))?$/s.exec(word)!
    const name = dashed === '-h' ? 'help' : dashed.replace(/^--/, '')
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option || name === dashed) throw new UsageError(`Unknown option '${dashed}'`)
    const value = valueOf(dashed, option, joined ?? words[at + 1], joined !== undefined)
    if (typeof value === 'string' && joined === undefined) at++
    values.set(name, [...(values.get(name) ?? []), value])
  }
  return { values, positionals }
}

/** @throws {UsageError} where it lacks its value, or has one that does not belong there. */
function valueOf(
  dashed: string,
  { value }: Option,
  given: string | undefined,
  isJoined: boolean,
): string | true {
  if (value === undefined) {
    if (isJoined) throw new UsageError(`Option '${dashed}' does not take an argument`)
    return true
  }
  if (given === undefined) throw new UsageError(`Option '${dashed} <value>' argument missing`)
  if (!isJoined && /^-./.test(given))
    throw new UsageError(
      `Option '${dashed}' argument is ambiguous.\nDid you forget to specify the option argument for '${dashed}'?`,
    )
  return given
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
