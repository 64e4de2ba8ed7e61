import { imapListener } from './listen-imap.ts'
import { pop3Listener } from './listen-pop3.ts'
import { smtpListener } from './listen-smtp.ts'

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

/** @param port Says which protocol is spoken; an unknown one is read as SMTP is, line by line. */
export function listenerFor(port: number): Listener {
  if (port === 143 || port === 993) return imapListener()
  if (port === 110 || port === 995) return pop3Listener()
  return smtpListener()
}
