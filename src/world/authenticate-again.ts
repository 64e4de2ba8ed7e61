import {
  authenticate,
  type Authentication,
  type AuthenticationInput,
} from '../auth/authenticate.ts'
import { fromLatin1 } from '../core/bytes.ts'
import type { DnsAnswer } from '../core/dns.ts'
import { runAsync, type Answer, type Question } from '../core/effects.ts'
import { keepByText, type TextLimits } from '../core/once.ts'

/** What came of a message, and all answers that led to it. */
export interface Authenticated {
  readonly authentication: Authentication
  readonly answers: readonly Answer[]
}

interface Known extends Authenticated {
  /** What was asked for each answer; undefined: what the message and the keys alone decide. */
  readonly asked: readonly (DnsQuestion | undefined)[]
}

type DnsQuestion = Extract<Question, { ask: 'dns' }>

/** Octets of one message, and of all that are remembered: a hundred or so. */
const LIMITS: TextLimits = { longest: 16_384, most: 1 << 18 }

const keep = keepByText<{ known?: Known }>(LIMITS)

/**
 * Authenticates a message, as before where the same host has judged the same message at the same time:
 * in another copy of the world. The DNS is asked the same questions all the same, as who asks leaves
 * events; where an answer differs, the evaluation goes on from there.
 */
export async function authenticateAgain(
  input: AuthenticationInput,
  answer: (question: Question) => Answer | Promise<Answer>,
): Promise<Authenticated> {
  const { message, ...rest } = input
  const place = keep(JSON.stringify(rest) + fromLatin1(message), () => ({}))
  const given = place.known ? askAgain(place.known, answer) : []
  if (given === 'the same') return place.known!
  const asked: (DnsQuestion | undefined)[] = []
  const answers: Answer[] = []
  const authentication = await runAsync(authenticate(input), async (question) => {
    const at = answers.length
    asked.push(question.ask === 'dns' ? question : undefined)
    answers.push(at < given.length ? given[at] : await answer(question))
    return answers[at]
  })
  const known: Known = { authentication, answers, asked }
  place.known = known
  return known
}

/** @returns The answers up to the first that is another one than before, that one included. */
function askAgain(
  { asked, answers }: Known,
  answer: (question: Question) => Answer | Promise<Answer>,
): Answer[] | 'the same' {
  const given: Answer[] = []
  for (const [at, question] of asked.entries()) {
    const now = question ? (answer(question) as DnsAnswer) : answers[at]
    given.push(now)
    if (question && !isSame(now as DnsAnswer, answers[at] as DnsAnswer)) return given
  }
  return 'the same'
}

/** Records of a zone that stands as it did are the same ones. */
const isSame = (a: DnsAnswer, b: DnsAnswer): boolean =>
  a.status === b.status && isSameList(a.records, b.records) && isSameList(a.aliases, b.aliases)

const isSameList = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])
