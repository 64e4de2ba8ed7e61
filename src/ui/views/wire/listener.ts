import { imapListener } from './listen-imap.ts'
import { pop3Listener } from './listen-pop3.ts'
import { smtpListener } from './listen-smtp.ts'
import type { Listener } from './line-reading.ts'

/** @param port Determines the protocol; an unknown one is read line by line, as SMTP is. */
export function listenerFor(port: number): Listener {
  if (port === 143 || port === 993) return imapListener()
  if (port === 110 || port === 995) return pop3Listener()
  return smtpListener()
}
