import { words } from '#words/conversation'
import { readable } from './readable.ts'

/** `talk`: commands and replies; `data`: a message; `literal`: octets of an announced length. */
export type LineRole = 'talk' | 'data' | 'literal' | 'secret'

export type Side = 'client' | 'server'

/** Follows a conversation as far as its lines need to be understood. */
export interface Listener {
  /** Octets still to come from a side that are read by length and not as lines. */
  remaining(from: Side): number
  read(from: Side, text: string, octets: number): LineReading
}

export interface LineReading {
  readonly role: LineRole
  readonly note: string | undefined
}

export const talk = (note?: string): LineReading => ({ role: 'talk', note })

/** A password that stands in a command as it is. */
export const bareSecret: LineReading = { role: 'secret', note: words.password }

/** Counts octets that were announced, line by line. */
export function readCounted(left: number): LineReading {
  return { role: 'literal', note: left > 0 ? undefined : words.counted }
}

/**
 * A line of a message of SMTP or POP3 (RFC 5321 §4.5.2, RFC 1939 §3).
 * @param isWhole Whether CR LF ends it: a dot before a bare LF ends no message (RFC 5321 §4.1.1.4).
 */
export function readMessageLine(text: string, isWhole: boolean): LineReading {
  if (text === '.') return { role: 'data', note: isWhole ? words.dot : words.bareDot }
  const note = text.startsWith('.') ? words.stuffed(readable(text.slice(1))) : undefined
  return { role: 'data', note }
}
