import { sealArc as seal, type SealOptions, type SealResult } from '../auth/arc/seal-message.ts'
import { validateArc, type ArcVerdict } from '../auth/arc/validate.ts'
import { parseMessage } from '../message/parse.ts'
import type { DkimOptions } from './dkim.ts'
import { noDns, runLater, type AsyncResolver } from './resolver.ts'

/**
 * Checks the chain of ARC sets of a message (RFC 8617 §5.2): what each handler found, and whether
 * it still counts.
 * @param message Its octets as they were sent, with CRLF.
 *
 * @example
 * const { status, sets, reason } = await verifyArc(bytes, resolver)
 * // status: 'none', 'pass' or 'fail'
 */
export const verifyArc = (
  message: Uint8Array,
  resolver: AsyncResolver,
  { now }: DkimOptions = {},
): Promise<ArcVerdict> =>
  runLater(validateArc(parseMessage(message), { now: now ?? Date.now() }), resolver)

/** `now` is the machine's clock by default. */
export type ArcSealOptions = Omit<SealOptions, 'now'> & DkimOptions

/**
 * Adds an ARC set to a message, after all other changes to it (RFC 8617 §5.1). Never throws: where
 * none can be added, the reason is the result.
 * @param message Its octets, with CRLF.
 *
 * @example
 * const { status } = await verifyArc(bytes, resolver)
 * const sealed = await sealArc(bytes, {
 *   domain: 'lists.example.net',
 *   selector: 's1',
 *   algorithm: 'ed25519-sha256',
 *   privateKey: '-----BEGIN PRIVATE KEY-----…',
 *   authservId: 'lists.example.net',
 *   authenticationResults: 'spf=pass smtp.mailfrom=example.org; arc=none',
 *   chainStatus: status,
 * })
 * if (sealed.ok) send(sealed.bytes)
 */
export const sealArc = (message: Uint8Array, options: ArcSealOptions): Promise<SealResult> =>
  runLater(seal(message, { ...options, now: options.now ?? Date.now() }), noDns)
