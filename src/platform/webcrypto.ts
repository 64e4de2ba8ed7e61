import type {
  Crypto as CryptoPort,
  DigestQuestion,
  SignQuestion,
  VerifyQuestion,
} from '../core/effects.ts'
import { answerInNode } from './node-crypto.ts'
import { answerWithSubtle } from './subtle-crypto.ts'

/** Answers questions about digests and signatures: with WebCrypto in browsers, at once in Node. */
export const webCrypto: CryptoPort = {
  async answer(question) {
    try {
      return await answererOf(answerInNode)(question)
    } catch {
      // A platform reports only that it refused: the key's own parser gives the reason.
      return undefined
    }
  },
}

/** What answers: Node's own where it is at hand, else the browser's. */
export const answererOf = (inNode: typeof answerInNode) =>
  inNode ?? (hasSubtle() ? answerWithSubtle : plainly)

/** Browsers have WebCrypto on pages that came over TLS or from this machine; on others it is done by hand. */
const hasSubtle = (): boolean =>
  (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined

async function plainly(question: DigestQuestion | SignQuestion | VerifyQuestion) {
  const { answerPlainly } = await import('./plain-crypto.ts')
  return answerPlainly(question)
}
