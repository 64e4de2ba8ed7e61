import type { Command, Completable } from './command.ts'
import type { Completion } from './completion.ts'
import { RECORD_TYPES } from './dig/types.ts'
import { commandNames, findCommand } from './man-page.ts'
import { namesOf, publishedNames } from './names.ts'
import type { World } from '../world/world.ts'
import type { Span } from '../core/span.ts'
import { resolvePath } from './files/path.ts'
import type { Session } from './session.ts'
import { behindAt, optionsOf, variablesOf } from './word-offers.ts'

/** What Tab does at the cursor: the rest of the only match, or as much as all matches share. */
export function completeLine(line: string, cursor: number, place: Place): Completion {
  const from = wordStart(line, cursor)
  const before = line.slice(0, from)
  const redirected = /[<>]\s*$/.test(before)
  if (redirected) return completeFile(line, { from, to: cursor }, place.session)
  // The command begins behind the last operator; one that is quoted leads to a poorer offer at worst.
  const [name = ''] = before
    .replace(/^.*[|;&]/s, '')
    .replace(/^(?:\s*\w+=\S*\s)+/, '')
    .trim()
    .split(/\s+/, 1)
  if (name === '')
    return completeAmong(line, { from, to: cursor }, commandNames(place.commands), ' ')
  const isFirst = before.trimEnd().endsWith(name)
  return completeWord(line, { from, to: cursor }, { name, isFirst }, place)
}

function completeWord(
  line: string,
  span: Span,
  { name, isFirst }: { readonly name: string; readonly isFirst: boolean },
  place: Place,
): Completion {
  const typed = line.slice(span.from, span.to)
  const command = findCommand(name, place.commands)
  const offer = (words: readonly string[], at = span): Completion =>
    completeAmong(line, at, words, ' ')
  const has = (words: readonly string[], begin = typed): boolean =>
    begin !== '' && words.some((word) => startsWith(word, begin))
  if (typed.startsWith('$')) return offer(variablesOf(place.session))
  if (command && /^[-+]/.test(typed)) return offer(optionsOf(command))
  const parts = isFirst ? (command?.parts ?? []) : []
  if (parts.length && (typed === '' || has(parts))) return offer(parts)
  const words = wordsFor(command, place)
  const isFile = command?.completes?.includes('files') ?? false
  if (has(words) || !command) return offer(words)
  // `bob@host`, `@server` and `@file` go on behind the sign.
  const behind = { from: span.from + behindAt(typed), to: span.to }
  const hosts = takesHosts(command) ? namesOf(place.world) : []
  if (behind.from > span.from && has(hosts, typed.slice(behindAt(typed))))
    return offer(hosts, behind)
  if (!isFile) return offer(words)
  return completeFile(line, typed.startsWith('@') ? behind : span, place.session)
}

export interface Place {
  readonly commands: readonly Command[]
  readonly world: World
  readonly session: Session
}

/** Where the word before the cursor begins: behind a blank or an operator. */
function wordStart(line: string, cursor: number): number {
  let at = cursor
  while (at > 0 && !/[\s|<>;&]/.test(line[at - 1]!)) at--
  return at
}

/** A folder is completed up to its `/`, so that one can go on. */
function completeFile(line: string, place: Span, session: Session): Completion {
  const typed = line.slice(place.from, place.to)
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1)
  const path = resolvePath(folder.replace(/^~(?=\/)/, session.home) || '.', session.folder)
  const found = session.files
    .list(path)
    .filter(
      (name) => typed.endsWith('.') || !name.startsWith('.') || typed.slice(folder.length) !== '',
    )
    .map((name) => folder + name + (session.files.isFolder(resolvePath(name, path)) ? '/' : ''))
    .filter((name) => name.startsWith(typed))
  const completed = completeAmong(line, place, found, ' ', (word) => word)
  return completed.text.endsWith('/ ')
    ? { ...completed, text: completed.text.slice(0, -1) }
    : completed
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
  inCase = inCaseOf,
): Completion {
  const typed = line.slice(from, to)
  const matches = words.filter((word) => startsWith(word, typed)).toSorted()
  const [only, ...others] = matches
  if (only === undefined) return { from, to, text: typed, choices: [] }
  if (!others.length) {
    const behind = line.startsWith(end, to) ? '' : end
    return { from, to, text: inCase(only, typed) + behind, choices: [] }
  }
  const shared = sharedStart(matches)
  const text = shared.length > typed.length ? inCase(shared, typed) : typed
  // What others go on from is no choice of its own, where a word may go on.
  const choices = end ? matches : matches.filter((word) => word.length > shared.length)
  return { from, to, text, choices: shared.length > typed.length ? [] : choices }
}

const takesHosts = ({ completes = [] }: Command): boolean =>
  completes.includes('hosts') || completes.includes('names')

const wordsFor = (command: Command | undefined, { commands, world }: Place): readonly string[] =>
  (command?.completes ?? []).flatMap((kind) => LISTS[kind](commands, world))

const LISTS: Readonly<
  Record<Completable, (commands: readonly Command[], world: World) => readonly string[]>
> = {
  addresses: (_, world) => world.mailboxes.map(({ address }) => address),
  commands: (commands) => commandNames(commands),
  files: () => [],
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
