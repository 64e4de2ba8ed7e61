import { decodeBase64 } from '../../core/base64.ts'

/** Octets of a line of an exchange with its CRLF (RFC 4954 §4). */
export const SASL_LINE = 12_288

/** A line of an exchange as a client sent it. */
export type SaslLine =
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  /** A lone `*` ends the exchange (RFC 4954 §4, RFC 5034 §4, RFC 9051 §6.2.2). */
  | { readonly kind: 'cancel' }
  | {
      readonly kind: 'unreadable'
      /** Where the first fault stands. */
      readonly at: number
    }

/** @param line Without its CRLF. */
export function readSaslLine(line: string): SaslLine {
  if (line === '*') return { kind: 'cancel' }
  return octetsOf(line)
}

/** An initial response, beside the command: `=` stands for an empty one (RFC 5034 §4). */
export function readInitialResponse(word: string): Exclude<SaslLine, { kind: 'cancel' }> {
  return octetsOf(word === '=' ? '' : word)
}

function octetsOf(text: string): Exclude<SaslLine, { kind: 'cancel' }> {
  const white = text.search(/\s/)
  if (white >= 0) return { kind: 'unreadable', at: white }
  const read = decodeBase64(text)
  return read.ok ? { kind: 'octets', octets: read.bytes } : { kind: 'unreadable', at: read.at }
}

/** Base64 without white space, or nothing. */
export function decodeStrict(text: string): Uint8Array | undefined {
  const read = octetsOf(text)
  return read.kind === 'octets' ? read.octets : undefined
}
