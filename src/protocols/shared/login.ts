import type { Account } from '../sasl/account.ts'
import { readSaslLine, SASL_LINE, type SaslContext, type SaslStep } from '../sasl/sasl.ts'

/** What a login needs to know of a session, whatever its protocol calls it. */
export interface LoginContext {
  /** The server's name. */
  readonly host: string
  readonly accounts: readonly Account[]
  /** Not to be guessed by the client. */
  readonly nonce: string | undefined
  /** The TLS that is up. */
  readonly tls: unknown
  /** Whether passwords may cross the wire in the clear. */
  readonly plainText: 'refused' | 'allowed'
}

/** What an exchange gets to know of a session. */
export const saslContextOf = ({
  host,
  accounts,
  nonce = '',
  tls,
  plainText,
}: LoginContext): SaslContext => ({
  host,
  accounts,
  nonce,
  plainText,
  ...(tls !== undefined && { tls }),
})

export type Challenge = Extract<SaslStep, { readonly kind: 'challenge' }>

/** What a line of a login comes to. */
export type LoginLine =
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'cancelled' }
  /** `at`: where the first octet stands that is no base64. */
  | { readonly kind: 'not-base64'; readonly at: number }
  | { readonly kind: 'step'; readonly step: SaslStep; readonly response: Uint8Array }

/**
 * Answers a challenge with the line that a client sent (RFC 4954 §4, RFC 5034 §4, RFC 9051 §6.2.2).
 * @param line Without its CRLF, one UTF-16 unit an octet.
 * @param length Octets of the whole line.
 */
export function answerChallenge(
  challenge: Pick<Challenge, 'answer'>,
  line: string,
  length: number,
): LoginLine {
  if (length > SASL_LINE) return { kind: 'too-long', limit: SASL_LINE }
  const read = readSaslLine(line)
  if (read.kind === 'cancel') return { kind: 'cancelled' }
  if (read.kind === 'unreadable') return { kind: 'not-base64', at: read.at }
  return { kind: 'step', step: challenge.answer(read.octets), response: read.octets }
}
