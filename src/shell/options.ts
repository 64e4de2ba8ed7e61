import type { CommandContext } from './command.ts'
import type { Word } from './parse-command-line.ts'
import { pointAt } from './point-at.ts'

/** What a command was given: its options, and the words that are none. */
export interface Given<Option extends string> {
  readonly options: ReadonlySet<Option>
  readonly words: readonly Word[]
}

/**
 * Sorts words into options and others. Short ones may be joined: `-vC`.
 * @param known Each spelling ▶ the option.
 * @returns `undefined` where an option is not known; the reason is then printed.
 */
export function readOptions<Option extends string>(
  command: string,
  words: readonly Word[],
  known: Readonly<Record<string, Option>>,
  context: Pick<CommandContext, 'line' | 'explain'>,
): Given<Option> | undefined {
  const options = new Set<Option>()
  const others: Word[] = []
  for (const word of words) {
    const names = word.text === '-' ? [] : spellings(word.text)
    if (!names.length) others.push(word)
    for (const name of names) {
      const option = Object.hasOwn(known, name) ? known[name] : undefined
      if (option === undefined) {
        context.explain(pointAt(context.line, word.span, unknownOption(command, name, known)))
        return undefined
      }
      options.add(option)
    }
  }
  return { options, words: others }
}

const spellings = (word: string): string[] => {
  if (word.startsWith('--')) return [word]
  return word.startsWith('-') ? [...word.slice(1)].map((character) => `-${character}`) : []
}

function unknownOption(command: string, name: string, known: Readonly<Record<string, string>>) {
  const list = Object.keys(known)
    .map((option) => `\`${option}\``)
    .join(', ')
  return `\`${command}\` here knows no option \`${name}\`${list ? `, only ${list}` : ''}. \`man ${command}\` shows more.`
}
