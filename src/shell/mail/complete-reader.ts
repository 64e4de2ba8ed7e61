import { completeAmong } from '../complete.ts'
import type { Completion } from '../completion.ts'
import { READER_WORDS } from './reader-commands.ts'

/** What Tab may offer at the prompt of `mail`. */
export interface ReaderPlace {
  /** How many messages the open folder has. */
  readonly count: number
  /** The names of the folders that can be opened. */
  readonly folders: readonly string[]
  /** Those who could get a message. */
  readonly addresses: readonly string[]
}

/** Numbers that Tab offers at most: a list of all would fill the screen. */
const MOST_NUMBERS = 20

/** What Tab does at the prompt of `mail`: the word of a command, then what belongs behind it. */
export function completeReader(line: string, cursor: number, place: ReaderPlace): Completion {
  const before = line.slice(0, cursor)
  const [, word = '', between = '', rest = ''] = /^\s*(\S*)(\s*)(.*)$/s.exec(before)!
  if (between === '')
    return completeAmong(line, { from: cursor - word.length, to: cursor }, READER_WORDS, ' ')
  // The name of a folder may have blanks in it.
  const isFolder = word === 'c' || word === 'open'
  const last = isFolder ? rest : /\S*$/.exec(rest)![0]
  const isFirst = last.length === rest.length
  const offers = offersBehind(word, isFirst, place)
  return completeAmong(
    line,
    { from: cursor - last.length, to: cursor },
    offers,
    isFolder ? '' : ' ',
  )
}

function offersBehind(
  word: string,
  isFirst: boolean,
  { count, folders, addresses }: ReaderPlace,
): readonly string[] {
  const numbers = Array.from({ length: Math.min(count, MOST_NUMBERS) }, (_, at) => String(at + 1))
  switch (word) {
    case 'c':
    case 'open':
      return folders
    case 'd':
    case 'delete':
    case 'u':
    case 'undelete':
    case 'r':
    case 'reply':
      return isFirst ? numbers : []
    case 'fw':
    case 'forward':
      return isFirst ? [...numbers, ...addresses] : addresses
    case 'm':
    case 'mail':
      return isFirst ? addresses : []
    default:
      return []
  }
}
