import { joinedText } from '../core/dns.ts'
import type { Answer, Effect } from '../core/effects.ts'
import { Recall } from '../core/recall.ts'
import { step, type Step } from '../core/trace.ts'
import { parseMessage } from '../message/parse.ts'
import { authorDomains } from './author-domains.ts'
import { judgeAuthors } from './judge-authors.ts'
import { verifyDkim, type DkimVerdict } from './dkim/verify.ts'
import type { DmarcMode, DmarcVerdict } from './dmarc/evaluate.ts'
import { writeResults } from './results-header.ts'
import { evaluateHelo, evaluateSpf, type SpfVerdict } from './spf/evaluate.ts'

export interface AuthenticationInput {
  /** The client's address. */
  readonly ip: string
  readonly helo: string
  /** Empty for the null reverse-path. */
  readonly mailFrom: string
  readonly message: Uint8Array
  /** Milliseconds since 1970. */
  readonly now: number
  /** Who judges: the receiving host's name (RFC 8601 §2.5). */
  readonly authservId: string
  /** `9989` by default. */
  readonly mode?: DmarcMode
  /** For RFC 7489's `pct`: from 0 up to 99. */
  readonly sample?: number
}

export interface Authentication {
  /** Of MAIL FROM; of HELO where the reverse-path is null. */
  readonly spf: SpfVerdict
  /** Of HELO, beside MAIL FROM. */
  readonly helo?: SpfVerdict
  readonly dkim: DkimVerdict
  readonly dmarc: DmarcVerdict
  /** The value of the Authentication-Results field. */
  readonly header: string
  readonly trace: Step
}

/** Judges a message as a receiver does: SPF, then DKIM, then DMARC from both (RFC 9989 §5.3). */
export function* authenticate(input: AuthenticationInput): Effect<Authentication> {
  const { ip, helo, mailFrom, now, authservId } = input
  const message = parseMessage(input.message)
  const client = { ip, helo, receiver: authservId, now }
  const spf = yield* senders.evaluate(keyOf(ip, helo, authservId, mailFrom), () =>
    evaluateSpf({ ...client, mailFrom }),
  )
  const atHelo =
    mailFrom === ''
      ? undefined
      : yield* clients.evaluate(keyOf(ip, helo, authservId), () => evaluateHelo(client))
  const dkim = yield* verifyDkim(message, { now })
  const dmarc = yield* judgeAuthor(input, authorDomains(message), spf, dkim)
  const before = concluded.get(dmarc)
  if (before && before.spf === spf && before.helo === atHelo && before.dkim === dkim) return before
  const authentication = conclude(authservId, spf, atHelo, dkim, dmarc)
  concluded.set(dmarc, authentication)
  return authentication
}

function conclude(
  authservId: string,
  spf: SpfVerdict,
  atHelo: SpfVerdict | undefined,
  dkim: DkimVerdict,
  dmarc: DmarcVerdict,
): Authentication {
  // Written out twice: to spread what may be absent takes longer than DKIM and DMARC do.
  if (!atHelo) {
    const header = writeResults({ authservId, spf, dkim, dmarc })
    return { spf, dkim, dmarc, header, trace: traceOf(dmarc, [spf.trace, dkim.trace, dmarc.trace]) }
  }
  const header = writeResults({ authservId, spf, helo: atHelo, dkim, dmarc })
  const steps = [spf.trace, atHelo.trace, dkim.trace, dmarc.trace]
  return { spf, helo: atHelo, dkim, dmarc, header, trace: traceOf(dmarc, steps) }
}

/** DMARC over what SPF and DKIM found. */
function judgeAuthor(
  { mode = '9989', sample }: AuthenticationInput,
  domains: readonly string[],
  { result, domain }: SpfVerdict,
  { signatures }: DkimVerdict,
): Effect<DmarcVerdict> {
  const dkim = signatures.map((one) => ({ result: one.result, domain: one.domain }))
  const found = { spf: { result, domain }, dkim, mode }
  const query = sample === undefined ? found : { ...found, sample }
  return authors.evaluate(JSON.stringify([domains, query]), () => judgeAuthors(domains, query))
}

const keyOf = (...texts: readonly string[]): string => JSON.stringify(texts)

/** Of all that a record may have in it, only this macro stands for the time (RFC 7208 §7.2). */
const TELLS_TIME = /%\{t/i

const isTimeless = (answer: Answer): boolean =>
  typeof answer !== 'object' ||
  !('records' in answer) ||
  answer.records.every((record) => !('strings' in record) || !TELLS_TIME.test(joinedText(record)))

// A sender seldom comes once: who has been judged is asked for again, and only judged anew where the
// DNS has another answer.
const senders = new Recall<SpfVerdict>({ isKept: isTimeless })
const clients = new Recall<SpfVerdict>({ isKept: isTimeless })
const authors = new Recall<DmarcVerdict>()
/** What the same verdicts came to last. Those of SPF are of one host: it is among what they are asked by. */
const concluded = new WeakMap<DmarcVerdict, Authentication>()

const traceOf = (dmarc: DmarcVerdict, steps: readonly Step[]): Step =>
  step({
    kind: 'authenticate',
    text: dmarc.reason,
    outcome: dmarc.trace.outcome,
    source: { rfc: 9989, section: '5.3' },
    facts: { result: dmarc.result, disposition: dmarc.disposition },
    steps,
  })
