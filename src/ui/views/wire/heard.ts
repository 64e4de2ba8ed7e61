import { readable } from './readable.ts'

/** `talk` is commands and replies, `data` a message, `counted` octets that were announced. */
export type LineRole = 'talk' | 'data' | 'counted' | 'secret'

export type Side = 'client' | 'server'

/** Follows a conversation as far as its lines need to be understood. */
export interface Listener {
  /** Octets still to come from a side that are counted and not read as lines. */
  counted(from: Side): number
  hear(from: Side, text: string, octets: number): Heard
}

export interface Heard {
  readonly role: LineRole
  readonly note: string | undefined
}

export const talk = (note?: string): Heard => ({ role: 'talk', note })

/** A password that stands in a command as it is. */
export const bareSecret: Heard = { role: 'secret', note: 'the password itself' }

/** Counts octets that were announced, line by line. */
export function heardCounted(left: number): Heard {
  return { role: 'counted', note: left > 0 ? undefined : 'here the counted octets end' }
}

/** A line of a message of SMTP or POP3 (RFC 5321 §4.5.2, RFC 1939 §3). */
export function heardMessageLine(text: string): Heard {
  if (text === '.') return { role: 'data', note: 'a dot alone: the end' }
  const note = text.startsWith('.')
    ? `dot-stuffed, stands for ${readable(text.slice(1))}`
    : undefined
  return { role: 'data', note }
}
