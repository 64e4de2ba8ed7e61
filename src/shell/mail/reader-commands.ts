/** What can be typed at the prompt of `mail`. */
export type ReaderCommand =
  | { readonly do: 'read'; readonly number: number }
  | { readonly do: 'delete' | 'undelete'; readonly set: string }
  | { readonly do: 'list' | 'folders' | 'wait' | 'quit' | 'leave' | 'help' }
  | { readonly do: 'open'; readonly name: string }
  | { readonly do: 'search'; readonly text: string }
  /** An unknown command, with advice about it. */
  | { readonly do: 'unknown'; readonly advice: string }

/** What each of them does, for `?`. */
export const READER_COMMANDS: readonly (readonly [typed: string, meaning: string])[] = [
  ['1', 'read message 1; Enter reads the next one'],
  ['h', 'list the messages'],
  ['d 1', 'mark message 1, or `2:4`, to be removed; `u` takes the mark off'],
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
      return unknown('`?` shows what can be typed here.')
  }
}

const unknown = (advice: string): ReaderCommand => ({ do: 'unknown', advice })
