import type { Command, Completable } from './command.ts'
import type { Completion } from './completion.ts'
import { RECORD_TYPES } from './dig/types.ts'
import { commandNames, findCommand } from './man-page.ts'
import { namesOf, publishedNames } from './names.ts'
import type { World } from '../world/world.ts'
import type { Span } from '../core/span.ts'

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
  return completeAmong(line, { from, to: cursor }, words, ' ')
}

/**
 * Completes a stretch of the line to the only one of some words that begins so, or to as much as
 * they share.
 * @param end Put behind a whole word.
 */
export function completeAmong(
  line: string,
  { from, to }: Span,
  words: readonly string[],
  end = '',
): Completion {
  const typed = line.slice(from, to)
  const matches = words.filter((word) => startsWith(word, typed)).toSorted()
  const [only, ...others] = matches
  if (only === undefined) return { from, to, text: typed, choices: [] }
  if (!others.length) {
    const behind = line.startsWith(end, to) ? '' : end
    return { from, to, text: inCaseOf(only, typed) + behind, choices: [] }
  }
  const shared = sharedStart(matches)
  const text = shared.length > typed.length ? inCaseOf(shared, typed) : typed
  // What others go on from is no choice of its own, where a word may go on.
  const choices = end ? matches : matches.filter((word) => word.length > shared.length)
  return { from, to, text, choices: shared.length > typed.length ? [] : choices }
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
