import type { DnsAnswer, RecordType } from './dns.ts'
import { isAscii, toALabels } from './idna.ts'

/**
 * An evaluator asks instead of doing: it is a generator that yields a question and is resumed with
 * the answer. So one evaluator serves the simulator, real DNS, and a stepper that waits for a click.
 */
export type Effect<Result> = Generator<Question, Result, Answer>

export type Question = DnsQuestion | DigestQuestion | SignQuestion | VerifyQuestion

export interface DnsQuestion {
  readonly ask: 'dns'
  /** Absolute, in lower case, without the final dot. */
  readonly name: string
  readonly type: RecordType
}

/** SHA-1 only serves to recognise what RFC 8301 forbids. */
export interface DigestQuestion {
  readonly ask: 'digest'
  readonly algorithm: 'sha-256' | 'sha-1' | 'sha-512'
  readonly data: Uint8Array
}

export type SignatureAlgorithm = 'rsa-sha256' | 'rsa-sha1' | 'ed25519-sha256'

export interface VerifyQuestion {
  readonly ask: 'verify'
  readonly algorithm: SignatureAlgorithm
  /** RSA: SubjectPublicKeyInfo in DER. Ed25519: the 32 raw octets (RFC 8463 §4.2). */
  readonly key: Uint8Array
  /** What was signed. For Ed25519 in DKIM that is the SHA-256 digest of the data (RFC 8463 §3). */
  readonly data: Uint8Array
  readonly signature: Uint8Array
}

export interface SignQuestion {
  readonly ask: 'sign'
  readonly algorithm: SignatureAlgorithm
  /** PKCS #8 in DER. */
  readonly key: Uint8Array
  readonly data: Uint8Array
}

/** `undefined` where the platform could not do it: a key it does not take. */
export type Answer = DnsAnswer | Uint8Array | boolean | undefined

/** Asks for A-labels, however the name is written; what DNS cannot hold is not asked for. */
export function* askDns(name: string, type: RecordType): Effect<DnsAnswer> {
  if (isAscii(name)) return (yield { ask: 'dns', name, type }) as DnsAnswer
  const asked = toALabels(name)
  if (asked === undefined) return { status: 'nxdomain', records: [] }
  return (yield { ask: 'dns', name: asked, type }) as DnsAnswer
}

export function* askDigest(
  algorithm: DigestQuestion['algorithm'],
  data: Uint8Array,
): Effect<Uint8Array> {
  return (yield { ask: 'digest', algorithm, data }) as Uint8Array
}

/** @returns Whether the signature holds; `undefined` if the platform refuses the key. */
export function* askVerify(question: Omit<VerifyQuestion, 'ask'>): Effect<boolean | undefined> {
  return (yield { ask: 'verify', ...question }) as boolean | undefined
}

/** @returns The signature; `undefined` if the platform refuses the key. */
export function* askSign(question: Omit<SignQuestion, 'ask'>): Effect<Uint8Array | undefined> {
  return (yield { ask: 'sign', ...question }) as Uint8Array | undefined
}

/** Runs an evaluator to its end with answers that are at hand. */
export function runSync<Result>(
  asking: Effect<Result>,
  answer: (question: Question) => Answer,
): Result {
  let step = asking.next()
  while (!step.done) step = asking.next(answer(step.value))
  return step.value
}

/** Runs an evaluator to its end, waiting for each answer. */
export const runAsync = async <Result>(
  asking: Effect<Result>,
  answer: (question: Question) => Answer | Promise<Answer>,
): Promise<Result> => run(asking, answer)

/** The same at once, as long as the answers are at hand: to wait for those costs more than most questions do. */
export function run<Result>(
  asking: Effect<Result>,
  answer: (question: Question) => Answer | Promise<Answer>,
): Result | Promise<Result> {
  let step = asking.next()
  while (!step.done) {
    const given = answer(step.value)
    if (given instanceof Promise) return runOn(asking, answer, given)
    step = asking.next(given)
  }
  return step.value
}

async function runOn<Result>(
  asking: Effect<Result>,
  answer: (question: Question) => Answer | Promise<Answer>,
  first: Promise<Answer>,
): Promise<Result> {
  let step = asking.next(await first)
  while (!step.done) {
    const given = answer(step.value)
    step = asking.next(given instanceof Promise ? await given : given)
  }
  return step.value
}

/** Does cryptography for evaluators that ask: WebCrypto in the browser and in Node. */
export interface Crypto {
  answer(
    question: DigestQuestion | SignQuestion | VerifyQuestion,
  ): Promise<Uint8Array | boolean | undefined>
}
