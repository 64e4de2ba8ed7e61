import { encodeBase64 } from '../../core/base64.ts'
import { fromStrictUtf8, utf8 } from '../../core/bytes.ts'
import { cancel, noMore, type ClientStep, type Credentials } from './exchange.ts'
import { saslPrepare } from './prepare.ts'
import {
  exclusiveOr,
  ITERATIONS,
  keysOf,
  MOST_ITERATIONS,
  scramHmac,
  type ScramHash,
} from './scram-keys.ts'
import { parseServerFirst, writeName } from './scram-messages.ts'

/** This client binds to no channel. */
const GS2_HEADER = 'n,,'

/** The client's part of SCRAM (RFC 5802 §5). */
export function beginScram(hash: ScramHash, credentials: Credentials): ClientStep {
  const { login, nonce } = credentials
  const bare = `n=${writeName(saslPrepare(login) ?? login)},r=${nonce}`
  return {
    kind: 'respond',
    octets: utf8(GS2_HEADER + bare),
    explanation: 'The login, and a nonce of the client',
    awaits: 'proof',
    answer: (challenge) => answerServerFirst(hash, credentials, bare, challenge),
  }
}

function answerServerFirst(
  hash: ScramHash,
  credentials: Credentials,
  bare: string,
  challenge: Uint8Array,
): ClientStep {
  const { nonce } = credentials
  const first = parseServerFirst(challenge)
  if (!first) return cancel('The first message of the server cannot be read')
  if (!first.nonce.startsWith(nonce) || first.nonce.length === nonce.length)
    return cancel('The server has not added to the nonce of the client')
  if (first.iterations < ITERATIONS)
    return cancel(`Fewer than ${ITERATIONS} rounds protect the password too little`)
  if (first.iterations > MOST_ITERATIONS)
    return cancel(`More than ${MOST_ITERATIONS} rounds would take too long`)
  const keys = keysOf(credentials, hash, first.salt, first.iterations)
  const withoutProof = `c=${encodeBase64(utf8(GS2_HEADER))},r=${first.nonce}`
  const signed = `${bare},${first.text},${withoutProof}`
  const proof = exclusiveOr(keys.clientKey, scramHmac(hash, keys.storedKey, signed))
  const expected = `v=${encodeBase64(scramHmac(hash, keys.serverKey, signed))}`
  return {
    kind: 'respond',
    octets: utf8(`${withoutProof},p=${encodeBase64(proof)}`),
    explanation: 'A proof that the client knows the password, good for this exchange only',
    awaits: 'proof',
    answer: (final) => checkServer(expected, final),
  }
}

/** A server that does not know the password cannot sign (RFC 5802 §5). */
function checkServer(expected: string, final: Uint8Array): ClientStep {
  if (fromStrictUtf8(final) !== expected)
    return cancel('The signature of the server is wrong: it does not know the password')
  return {
    kind: 'respond',
    octets: new Uint8Array(),
    explanation: 'The signature of the server is right; nothing is left to send',
    answer: noMore,
  }
}
