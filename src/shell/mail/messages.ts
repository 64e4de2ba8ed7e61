import type { FetchedMessage, ServerData } from '../../protocols/imap/client/data/data.ts'
import type { EnvelopeAddress } from '../../protocols/imap/client/data/envelope.ts'

/** What a client knows of the open folder: one entry for each message number. */
export interface MessageList {
  readonly entries: readonly MessageEntry[]
  /** Message numbers from here on have not been asked for. */
  readonly unknownFrom: number
}

export interface MessageEntry {
  readonly flags: readonly string[]
  readonly from: string
  readonly subject: string
  /** Milliseconds since 1970, and the zone in minutes east of Greenwich. */
  readonly at: number
  readonly zone: number
}

export const noMessages: MessageList = { entries: [], unknownFrom: 1 }

const nothingKnown: MessageEntry = { flags: [], from: '', subject: '', at: 0, zone: 0 }

/** Applies a server's data: messages come at the end, and numbers move up where one goes. */
export function applyData(messages: MessageList, data: ServerData): MessageList {
  switch (data.type) {
    case 'exists':
      return grow(messages, data.number)
    case 'expunge':
      return {
        entries: messages.entries.toSpliced(data.number - 1, 1),
        unknownFrom:
          data.number < messages.unknownFrom ? messages.unknownFrom - 1 : messages.unknownFrom,
      }
    case 'fetch':
      return update(messages, data)
    default:
      return messages
  }
}

/** Entries that are kept: a terminal lists no more. */
const MOST = 10_000

const grow = ({ entries, unknownFrom }: MessageList, count: number): MessageList => ({
  entries: [
    ...entries,
    ...Array<MessageEntry>(Math.max(0, Math.min(count, MOST) - entries.length)).fill(nothingKnown),
  ],
  unknownFrom,
})

function update({ entries, unknownFrom }: MessageList, message: FetchedMessage): MessageList {
  const { number, flags, envelope, internalDate } = message
  const known = entries[number - 1]
  if (!known) return { entries, unknownFrom }
  const entry: MessageEntry = {
    ...known,
    ...(flags && { flags }),
    ...(envelope && {
      from: senderOf(envelope.from),
      subject: envelope.subject ?? '(no subject)',
    }),
    ...(internalDate && { at: internalDate.at, zone: internalDate.zone }),
  }
  return {
    entries: entries.with(number - 1, entry),
    unknownFrom: envelope ? Math.max(unknownFrom, number + 1) : unknownFrom,
  }
}

function senderOf([first]: readonly EnvelopeAddress[]): string {
  if (!first) return '(no sender)'
  return first.name ?? [first.mailbox, first.host].filter((part) => part !== undefined).join('@')
}

export const has = ({ flags }: MessageEntry, flag: string): boolean =>
  flags.some((one) => one.toLowerCase() === flag.toLowerCase())

export const unreadIn = ({ entries }: MessageList): number =>
  entries.filter((entry) => !has(entry, '\\Seen')).length
