import { concatBytes } from '../../../core/bytes.ts'
import type { Mailbox, StoredMail } from '../../store/store.ts'

/** A maildrop as it was at login: numbers and sizes stay for the whole session (RFC 1939 §4). */
export interface Maildrop {
  readonly mailbox: Mailbox
  readonly messages: readonly StoredMail[]
}

export const openMaildrop = (mailbox: Mailbox): Maildrop => ({
  mailbox,
  messages: [...mailbox.messages],
})

/** A message as it is sent, before dot-stuffing: every line ends with CRLF (RFC 1939 §3, §11). */
export function wireForm(message: Uint8Array): Uint8Array {
  const known = wireForms.get(message)
  if (known) return known
  const form = withCrlf(message)
  wireForms.set(message, form)
  return form
}

const wireForms = new WeakMap<Uint8Array, Uint8Array>()

const LF = 10
const CR = 13
const CRLF = Uint8Array.of(CR, LF)

function withCrlf(message: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let from = 0
  for (let at = message.indexOf(LF); at >= 0; at = message.indexOf(LF, at + 1)) {
    if (message[at - 1] === CR) continue
    parts.push(message.subarray(from, at), CRLF)
    from = at + 1
  }
  if (from < message.length) parts.push(message.subarray(from))
  if (message.at(-1) !== LF) parts.push(CRLF)
  return parts.length === 1 ? message : concatBytes(parts)
}

/** Octets of a message as RETR sends it, without stuffed dots (RFC 1939 §11, RFC 6856 §2.1). */
export const octetsOf = ({ bytes }: StoredMail): number => wireForm(bytes).length

/** Octets of all these messages together. */
export const totalOctets = (messages: readonly StoredMail[]): number =>
  messages.reduce((sum, message) => sum + octetsOf(message), 0)

/** Header, empty line and so many lines of the body (RFC 1939 §7, TOP). */
export function topOf(message: Uint8Array, lines: number): Uint8Array {
  const whole = wireForm(message)
  let at = bodyStart(whole)
  for (let left = lines; left > 0 && at < whole.length; left--) at = whole.indexOf(LF, at) + 1
  return whole.subarray(0, at)
}

/** The offset behind the first empty line, or the end. */
function bodyStart(whole: Uint8Array): number {
  let from = 0
  while (from < whole.length) {
    if (whole[from] === CR && whole[from + 1] === LF) return from + 2
    from = whole.indexOf(LF, from) + 1
  }
  return whole.length
}

/** Whether the header has octets beyond ASCII, which only UTF-8 mode allows (RFC 6856 §2.1). */
export function needsUtf8(message: Uint8Array): boolean {
  const whole = wireForm(message)
  return whole.subarray(0, bodyStart(whole)).some((octet) => octet > 127)
}

/** Two numbers that together name one message of the account for ever (RFC 1939 §7, UIDL). */
export const uniqueId = ({ mailbox }: Maildrop, { uid }: StoredMail): string =>
  [uid, mailbox.uidValidity].map((part) => part.toString(16).padStart(8, '0')).join('')
