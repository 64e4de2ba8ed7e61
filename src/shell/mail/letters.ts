import type { FetchedMessage, ServerData } from '../../protocols/imap/client/data/data.ts'
import type { EnvelopeAddress } from '../../protocols/imap/client/data/envelope.ts'

/** What a client knows of the mailbox that is open: one entry for each message number. */
export interface Letters {
  readonly list: readonly Letter[]
  /** Message numbers from here on have not been asked for. */
  readonly unknownFrom: number
}

export interface Letter {
  readonly flags: readonly string[]
  readonly from: string
  readonly subject: string
  /** Milliseconds since 1970, and the zone in minutes east of Greenwich. */
  readonly at: number
  readonly zone: number
}

export const noLetters: Letters = { list: [], unknownFrom: 1 }

const nothingKnown: Letter = { flags: [], from: '', subject: '', at: 0, zone: 0 }

/** Follows what a server says: messages come at the end, and numbers move up where one goes. */
export function hear(letters: Letters, data: ServerData): Letters {
  switch (data.type) {
    case 'exists':
      return grow(letters, data.number)
    case 'expunge':
      return {
        list: letters.list.toSpliced(data.number - 1, 1),
        unknownFrom:
          data.number < letters.unknownFrom ? letters.unknownFrom - 1 : letters.unknownFrom,
      }
    case 'fetch':
      return learn(letters, data)
    default:
      return letters
  }
}

/** More than anybody lists in a terminal. */
const MOST = 10_000

const grow = ({ list, unknownFrom }: Letters, count: number): Letters => ({
  list: [
    ...list,
    ...Array<Letter>(Math.max(0, Math.min(count, MOST) - list.length)).fill(nothingKnown),
  ],
  unknownFrom,
})

function learn({ list, unknownFrom }: Letters, message: FetchedMessage): Letters {
  const { number, flags, envelope, internalDate } = message
  const known = list[number - 1]
  if (!known) return { list, unknownFrom }
  const letter: Letter = {
    ...known,
    ...(flags && { flags }),
    ...(envelope && {
      from: writerOf(envelope.from),
      subject: envelope.subject ?? '(no subject)',
    }),
    ...(internalDate && { at: internalDate.at, zone: internalDate.zone }),
  }
  return {
    list: list.with(number - 1, letter),
    unknownFrom: envelope ? Math.max(unknownFrom, number + 1) : unknownFrom,
  }
}

function writerOf([first]: readonly EnvelopeAddress[]): string {
  if (!first) return '(nobody)'
  return first.name ?? [first.mailbox, first.host].filter((part) => part !== undefined).join('@')
}

export const has = ({ flags }: Letter, flag: string): boolean =>
  flags.some((one) => one.toLowerCase() === flag.toLowerCase())

export const unreadIn = ({ list }: Letters): number =>
  list.filter((letter) => !has(letter, '\\Seen')).length
