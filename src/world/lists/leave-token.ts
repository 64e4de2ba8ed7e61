import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { scramHmac } from '../../protocols/sasl/scram-keys.ts'
import type { HostSpec, MailingListSpec, WorldSpec } from '../spec.ts'

/** Characters of a token: 96 bits cannot be guessed. */
const LENGTH = 16

/**
 * What a link to leave carries and only the list’s host can write: a keyed hash of list and member (RFC 8058 §3.1 wants
 * something hard to forge). Else anybody could take anybody off.
 */
export function leaveToken(
  { spec }: { readonly spec: Pick<WorldSpec, 'seed'> },
  { name }: Pick<HostSpec, 'name'>,
  { address }: Pick<MailingListSpec, 'address'>,
  member: string,
): string {
  const hash = scramHmac(
    'SHA-256',
    utf8(`${spec.seed} ${name}`),
    `${address} ${member}`.toLowerCase(),
  )
  return encodeBase64(hash).slice(0, LENGTH).replaceAll('+', '-').replaceAll('/', '_')
}
