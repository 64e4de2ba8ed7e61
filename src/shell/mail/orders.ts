/** What can be typed while mail is read. */
export type Order =
  | { readonly do: 'read'; readonly number: number }
  | { readonly do: 'delete' | 'undelete'; readonly set: string }
  | { readonly do: 'list' | 'folders' | 'wait' | 'quit' | 'leave' | 'help' }
  | { readonly do: 'open'; readonly name: string }
  | { readonly do: 'search'; readonly text: string }
  /** Nothing that is known, with what to say about it. */
  | { readonly do: 'unknown'; readonly advice: string }

/** What each of them is for, for `?`. */
export const ORDERS: readonly (readonly [order: string, meaning: string])[] = [
  ['1', 'read letter 1; Enter reads the next one'],
  ['h', 'list the letters'],
  ['d 1', 'mark letter 1, or `2:4`, to be removed; `u` takes the mark off'],
  ['s lunch', 'list the letters with that word in them'],
  ['f', 'list the mailboxes'],
  ['c Sent', 'open another mailbox'],
  ['w', 'wait for new mail; Ctrl-C ends that'],
  ['q', 'remove what is marked, and leave; `x` leaves without'],
]

const plain: Readonly<Record<string, 'list' | 'folders' | 'wait' | 'quit' | 'leave' | 'help'>> = {
  ...{ h: 'list', headers: 'list', f: 'folders', folders: 'folders', w: 'wait', wait: 'wait' },
  ...{ q: 'quit', quit: 'quit', x: 'leave', exit: 'leave', '?': 'help', help: 'help' },
}

/** Reads a typed line. @param next The letter that Enter alone reads. */
export function readOrder(line: string, next: number): Order {
  const typed = line.trim()
  if (typed === '') return { do: 'read', number: next }
  if (/^\d{1,9}$/.test(typed)) return { do: 'read', number: Number(typed) }
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(typed) ?? []
  const known = Object.hasOwn(plain, word) ? plain[word] : undefined
  if (known) return rest === '' ? { do: known } : unknown(`\`${word}\` stands alone.`)
  switch (word) {
    case 'd':
    case 'delete':
    case 'u':
    case 'undelete':
      return /^\d{1,9}(?::\d{1,9})?(?:,\d{1,9}(?::\d{1,9})?)*$/.test(rest)
        ? { do: word.startsWith('d') ? 'delete' : 'undelete', set: rest }
        : unknown(`Say which letters: \`${word} 1\`, or \`${word} 2:4,7\`.`)
    case 'c':
    case 'open':
      return rest === ''
        ? unknown('Say which mailbox: `c Sent`. `f` lists them.')
        : { do: 'open', name: rest }
    case 's':
    case 'search':
      return rest === ''
        ? unknown('Say what to look for: `s lunch`.')
        : { do: 'search', text: rest }
    default:
      return unknown('`?` shows what can be typed here.')
  }
}

const unknown = (advice: string): Order => ({ do: 'unknown', advice })
