import { hmac } from '@noble/hashes/hmac.js'
import { md5 } from '@noble/hashes/legacy.js'
import { fromStrictUtf8, hex, utf8 } from '../../../core/bytes.ts'
import { findAccount } from '../account.ts'
import {
  fail,
  noMore,
  succeed,
  unknownOrWrong,
  type Mechanism,
  type SaslContext,
  type SaslStep,
} from '../exchange.ts'
import { shown, shownText } from '../explain.ts'
import { saslPrepare } from '../prepare.ts'

/** HMAC-MD5 of the challenge under the password, in lower-case hexadecimal (RFC 2195 §2). */
export const cramDigest = (challenge: Uint8Array, password: string): string =>
  hex(hmac(md5, utf8(saslPrepare(password) ?? password), challenge))

interface CramMessage {
  readonly login: string
  readonly digest: string
}

/** The name may hold spaces; the digest is behind the last one. */
function parseCram(octets: Uint8Array): CramMessage | undefined {
  const [, login, digest] = /^(.+) ([\da-f]{32})$/s.exec(fromStrictUtf8(octets) ?? '') ?? []
  return login !== undefined && digest !== undefined ? { login, digest } : undefined
}

function check({ accounts }: SaslContext, challenge: Uint8Array, response: Uint8Array): SaslStep {
  const message = parseCram(response)
  if (!message)
    return fail('syntax', 'CRAM-MD5 is the login, a space, and 32 digits of lower-case hexadecimal')
  const account = findAccount(accounts, message.login)
  return account && cramDigest(challenge, account.password) === message.digest
    ? succeed(account)
    : unknownOrWrong()
}

export const cramMd5: Mechanism = {
  name: 'CRAM-MD5',
  source: { rfc: 2195, section: '2' },
  about: 'The password is never sent; it keys a digest of what the server makes up',
  secret: 'hidden',
  first: 'server',
  suits: () => true,
  start(context, initial) {
    if (initial) return fail('syntax', 'In CRAM-MD5 the server speaks first')
    // In the form of a Message-ID (RFC 2195 §2).
    const challenge = utf8(`<${context.nonce}@${context.host}>`)
    return {
      kind: 'challenge',
      octets: challenge,
      explanation: 'A text that was never sent before, so that no answer can be used twice',
      answer: (response) => check(context, challenge, response),
    }
  },
  explain(who, octets) {
    if (who === 'server') return `${shown(octets)}: never sent before, to be digested`
    const message = parseCram(octets)
    return message
      ? `Login ${shownText(message.login)}, and HMAC-MD5 of the challenge under the password: who listens can try passwords at home`
      : `${shown(octets)}: this is no CRAM-MD5 response`
  },
  begin: ({ login, password }) => ({
    kind: 'wait',
    answer: (challenge) => ({
      kind: 'respond',
      octets: utf8(`${login} ${cramDigest(challenge, password)}`),
      explanation: 'The login, and the digest of the challenge under the password',
      answer: noMore,
    }),
  }),
}
