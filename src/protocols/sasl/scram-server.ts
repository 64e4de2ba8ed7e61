import { encodeBase64 } from '../../core/base64.ts'
import { equalBytes, utf8 } from '../../core/bytes.ts'
import { findAccount, type Account } from './account.ts'
import { fail, succeed, unknownOrWrong, type SaslContext, type SaslStep } from './exchange.ts'
import {
  digest,
  exclusiveOr,
  ITERATIONS,
  keysOf,
  saltOf,
  scramHmac,
  type ScramHash,
} from './scram-keys.ts'
import {
  parseClientFinal,
  parseClientFirst,
  serverFirst,
  type ClientFirst,
} from './scram-messages.ts'

/** The server's part of SCRAM (RFC 5802 §5): four messages, and neither side shows the password. */
export interface ScramSetup {
  readonly hash: ScramHash
  readonly salt: (login: string) => Uint8Array
  /** The server's part of the nonce. */
  readonly nonce: string
}

export const usualSetup = (hash: ScramHash, context: SaslContext): ScramSetup => ({
  hash,
  nonce: context.nonce.replace(/[^\x21-\x2b\x2d-\x7e]/g, ''),
  salt: (login) => saltOf(context.host, login),
})

export function takeClientFirst(
  context: SaslContext,
  setup: ScramSetup,
  octets: Uint8Array,
): SaslStep {
  const read = parseClientFirst(octets)
  if (!read.ok) return fail('syntax', read.because)
  const { message } = read
  const account = findAccount(context.accounts, message.login)
  const nonce = message.nonce + setup.nonce
  // An unknown login has a salt too: the answer must look the same.
  const salt = setup.salt(account?.login ?? message.login)
  const first = serverFirst(nonce, salt, ITERATIONS)
  const pending: Pending = { context, setup, message, account, nonce, salt, first }
  return {
    kind: 'challenge',
    octets: utf8(first),
    explanation: `Both nonces joined, a salt, and ${ITERATIONS} rounds to make a key of the password`,
    answer: (response) => takeClientFinal(pending, response),
  }
}

interface Pending {
  readonly context: SaslContext
  readonly setup: ScramSetup
  readonly message: ClientFirst
  readonly account: Account | undefined
  readonly nonce: string
  readonly salt: Uint8Array
  readonly first: string
}

function takeClientFinal(pending: Pending, octets: Uint8Array): SaslStep {
  const { message, account, nonce, context } = pending
  const final = parseClientFinal(octets)
  if (!final) return fail('syntax', 'The last message is `c=`, `r=` and `p=`, parted by commas')
  if (final.channel !== encodeBase64(utf8(message.gs2Header)))
    return fail('syntax', '`c=` does not repeat the header of the first message')
  if (final.nonce !== nonce) return fail('syntax', '`r=` is not the nonce that both made')
  const signature = account && serverSignature(pending, account, final)
  if (!account || !signature) return unknownOrWrong()
  if (message.actFor !== undefined && findAccount(context.accounts, message.actFor) !== account)
    return fail('authorization', `\`${account.login}\` may act for no one else`)
  return {
    kind: 'challenge',
    octets: utf8(`v=${encodeBase64(signature)}`),
    explanation: "The proof is right, and this is the server's own: it knows the password too",
    answer: (response) =>
      response.length === 0 ? succeed(account) : fail('syntax', 'Only an empty line may follow'),
  }
}

/** @returns `undefined` if the client's proof is not that of the password. */
function serverSignature(
  { setup: { hash }, message, salt, first }: Pending,
  account: Account,
  { withoutProof, proof }: { readonly withoutProof: string; readonly proof: Uint8Array },
): Uint8Array | undefined {
  const keys = keysOf(account, hash, salt, ITERATIONS)
  const signed = `${message.bare},${first},${withoutProof}`
  const clientKey = exclusiveOr(scramHmac(hash, keys.storedKey, signed), proof)
  const proved =
    proof.length === clientKey.length && equalBytes(digest(hash, clientKey), keys.storedKey)
  return proved ? scramHmac(hash, keys.serverKey, signed) : undefined
}
