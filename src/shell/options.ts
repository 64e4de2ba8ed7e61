import type { CommandContext } from './command.ts'
import type { Word } from './language/tree.ts'
import { unknownFlag } from './flags.ts'
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
  context: Pick<CommandContext, 'line' | 'complain'>,
): Given<Option> | undefined {
  const options = new Set<Option>()
  const others: Word[] = []
  for (const word of words) {
    const names = word.text === '-' ? [] : spellings(word.text)
    if (!names.length) others.push(word)
    for (const name of names) {
      const option = Object.hasOwn(known, name) ? known[name] : undefined
      if (option === undefined) {
        context.complain(
          pointAt(context.line, word.span, unknownFlag(command, name, Object.keys(known))),
        )
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
