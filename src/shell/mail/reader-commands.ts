import { nearest } from '../../core/text/edit-distance.ts'

/** What can be typed at the prompt of `mail`. */
export type ReaderCommand =
  | { readonly do: 'read'; readonly number: number }
  | { readonly do: 'delete' | 'undelete'; readonly set: string }
  | { readonly do: 'list' | 'folders' | 'wait' | 'quit' | 'leave' | 'help' }
  | { readonly do: 'open'; readonly name: string }
  | { readonly do: 'search'; readonly text: string }
  | { readonly do: 'reply'; readonly number: number }
  | { readonly do: 'forward'; readonly number: number; readonly to: string }
  | { readonly do: 'write'; readonly to: string }
  /** An unknown command, with advice about it. */
  | { readonly do: 'unknown'; readonly advice: string }

/** What each of them does, for `?`. */
export const READER_COMMANDS: readonly (readonly [typed: string, meaning: string])[] = [
  ['1', 'read message 1; Enter reads the next one'],
  ['h', 'list the messages'],
  ['d 1', 'mark message 1, or `2:4`, to be removed; `u` takes the mark off'],
  ['r 1', 'reply to message 1; `r` alone to the one that was read last'],
  ['fw 1 bob@example.org', 'forward message 1'],
  ['m bob@example.org', 'write a message'],
  ['s lunch', 'list the messages with that word in them'],
  ['f', 'list the folders'],
  ['c Sent', 'open another folder'],
  ['w', 'wait for new mail; Ctrl-C ends that'],
  ['q', 'remove what is marked, and leave; `x` leaves without'],
]

const plain: Readonly<Record<string, 'list' | 'folders' | 'wait' | 'quit' | 'leave' | 'help'>> = {
  ...{ h: 'list', headers: 'list', f: 'folders', folders: 'folders', w: 'wait', wait: 'wait' },
  ...{ q: 'quit', quit: 'quit', x: 'leave', exit: 'leave', '?': 'help', help: 'help' },
}

/** Reads a typed line. @param next The message that Enter alone reads. */
export function parseReaderCommand(line: string, next: number): ReaderCommand {
  const typed = line.trim()
  if (typed === '') return { do: 'read', number: next }
  if (/^\d{1,9}$/.test(typed)) return { do: 'read', number: Number(typed) }
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(typed) ?? []
  const known = Object.hasOwn(plain, word) ? plain[word] : undefined
  if (known) return rest === '' ? { do: known } : unknown(`Nothing belongs after \`${word}\`.`)
  switch (word) {
    case 'd':
    case 'delete':
    case 'u':
    case 'undelete':
      return /^\d{1,9}(?::\d{1,9})?(?:,\d{1,9}(?::\d{1,9})?)*$/.test(rest)
        ? { do: word.startsWith('d') ? 'delete' : 'undelete', set: rest }
        : unknown(`Name the messages: \`${word} 1\`, or \`${word} 2:4,7\`.`)
    case 'r':
    case 'reply':
      return /^\d{0,9}$/.test(rest)
        ? { do: 'reply', number: rest === '' ? next - 1 : Number(rest) }
        : unknown('Name one message: `r 1`.')
    case 'fw':
    case 'forward':
      return parseForward(rest, next - 1)
    case 'm':
    case 'mail':
      return ADDRESS.test(rest)
        ? { do: 'write', to: rest }
        : unknown('Name who shall get it: `m bob@example.org`.')
    case 'c':
    case 'open':
      return rest === ''
        ? unknown('Name a folder: `c Sent`. `f` lists them.')
        : { do: 'open', name: rest }
    case 's':
    case 'search':
      return rest === ''
        ? unknown('Name a word to look for: `s lunch`.')
        : { do: 'search', text: rest }
    default:
      return unknown(unknownAdvice(word))
  }
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/

/** `1 bob@example.org`, or the address alone for the message that was read last. */
function parseForward(rest: string, current: number): ReaderCommand {
  const [, number, to = ''] = /^(?:(\d{1,9})\s+)?(\S*)$/.exec(rest) ?? []
  return ADDRESS.test(to)
    ? { do: 'forward', number: number === undefined ? current : Number(number), to }
    : unknown('Name the message, and who shall get it: `fw 1 bob@example.org`.')
}

/** The words that can be typed, letters alone left out. */
export const READER_WORDS: readonly string[] = [
  ...Object.keys(plain).filter((word) => word.length > 1),
  ...'delete undelete reply forward mail open search'.split(' '),
]

function unknownAdvice(word: string): string {
  const meant = word.length > 2 ? nearest(word, READER_WORDS) : undefined
  return `${meant ? `Did you mean \`${meant}\`? ` : ''}\`?\` shows what can be typed here.`
}

const unknown = (advice: string): ReaderCommand => ({ do: 'unknown', advice })
