import type { Command, Completable } from './command.ts'
import { RECORD_TYPES } from './dig/types.ts'
import { commandNames, findCommand } from './man-page.ts'
import { namesOf, publishedNames } from './names.ts'
import type { World } from '../world/world.ts'

export interface Completion {
  /** The stretch of the line that is replaced. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** What could be meant, where it is not one word alone. */
  readonly choices: readonly string[]
}

/** What Tab does at the cursor: the rest of the only match, or as much as all matches share. */
export function completeLine(
  line: string,
  cursor: number,
  commands: readonly Command[],
  world: World,
): Completion {
  const from = line.lastIndexOf(' ', cursor - 1) + 1
  const typed = line.slice(from, cursor)
  const [name = ''] = line.slice(0, from).trim().split(/\s+/, 1)
  const words = name === '' ? commandNames(commands) : wordsFor(name, typed, commands, world)
  const matches = words.filter((word) => startsWith(word, typed)).toSorted()
  const [only, ...others] = matches
  if (only === undefined) return { from, to: cursor, text: typed, choices: [] }
  if (!others.length) {
    const space = line[cursor] === ' ' ? '' : ' '
    return { from, to: cursor, text: inCaseOf(only, typed) + space, choices: [] }
  }
  const shared = sharedStart(matches)
  const text = shared.length > typed.length ? inCaseOf(shared, typed) : typed
  return { from, to: cursor, text, choices: shared.length > typed.length ? [] : matches }
}

function wordsFor(name: string, typed: string, commands: readonly Command[], world: World) {
  const kinds = findCommand(name, commands)?.completes ?? []
  if (typed.startsWith('+')) return name === 'dig' ? ['+short', '+noall', '+answer'] : []
  return kinds.flatMap((kind) => LISTS[kind](commands, world))
}

const LISTS: Readonly<
  Record<Completable, (commands: readonly Command[], world: World) => readonly string[]>
> = {
  addresses: (_, world) => world.mailboxes.map(({ address }) => address),
  commands: (commands) => commandNames(commands),
  hosts: (_, world) => namesOf(world),
  names: (_, world) => publishedNames(world),
  'record-types': () => RECORD_TYPES,
}

/** DNS names and record types are the same in upper and lower case. */
const startsWith = (word: string, typed: string): boolean =>
  word.toLowerCase().startsWith(typed.toLowerCase())

/** Keeps a type in lower case where it was begun so. */
const inCaseOf = (word: string, typed: string): string =>
  typed !== '' && typed === typed.toLowerCase() ? word.toLowerCase() : word

function sharedStart(words: readonly string[]): string {
  let shared = words[0]!.toLowerCase()
  for (const word of words) while (!startsWith(word, shared)) shared = shared.slice(0, -1)
  return words[0]!.slice(0, shared.length)
}
