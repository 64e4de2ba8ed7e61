import { signDkim as sign, type SignOptions, type SignResult } from '../auth/dkim/sign.ts'
import { verifyDkim as verify, type DkimVerdict } from '../auth/dkim/verify.ts'
import { parseMessage } from '../message/parse.ts'
import { noDns, runLater, type AsyncResolver } from './resolver.ts'

export interface DkimOptions {
  /** Milliseconds since 1970, for signatures that end; by default the machine's clock is read. */
  readonly now?: number
}

/**
 * Checks every DKIM signature of a message (RFC 6376 §6, RFC 8301, RFC 8463).
 * @param message Its octets as they were sent, with CRLF.
 *
 * @example
 * const verdict = await verifyDkim(bytes, createResolver([zone]), { now: Date.now() })
 * for (const { domain, result, reason } of verdict.signatures) console.log(domain, result, reason)
 */
export const verifyDkim = (
  message: Uint8Array,
  resolver: AsyncResolver,
  { now }: DkimOptions = {},
): Promise<DkimVerdict> =>
  runLater(verify(parseMessage(message), { now: now ?? Date.now() }), resolver)

export type DkimSignOptions = Omit<SignOptions, 'now'> & DkimOptions

/**
 * Signs a message (RFC 6376 §5). Never throws: a key that cannot sign is a result.
 * @param message Its octets, with CRLF.
 *
 * @example
 * const signed = await signDkim(bytes, {
 *   domain: 'example.org',
 *   selector: 's1',
 *   algorithm: 'ed25519-sha256',
 *   privateKey: '-----BEGIN PRIVATE KEY-----…',
 * })
 * if (signed.ok) send(signed.bytes)
 */
export const signDkim = (message: Uint8Array, options: DkimSignOptions): Promise<SignResult> =>
  runLater(sign(message, { ...options, now: options.now ?? Date.now() }), noDns)
