import type { Effect } from '../core/effects.ts'
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
  const spf = yield* evaluateSpf({ ...client, mailFrom })
  const atHelo = mailFrom === '' ? undefined : yield* evaluateHelo(client)
  const dkim = yield* verifyDkim(message, { now })
  const found = {
    spf: { result: spf.result, domain: spf.domain },
    dkim: dkim.signatures.map(({ result, domain }) => ({ result, domain })),
    mode: input.mode ?? '9989',
  }
  const { sample } = input
  const dmarc = yield* judgeAuthors(
    authorDomains(message),
    sample === undefined ? found : { ...found, sample },
  )
  // Written out twice: to spread what may be absent takes longer than DKIM and DMARC do.
  if (!atHelo) {
    const header = writeResults({ authservId, spf, dkim, dmarc })
    return { spf, dkim, dmarc, header, trace: traceOf(dmarc, [spf.trace, dkim.trace, dmarc.trace]) }
  }
  const header = writeResults({ authservId, spf, helo: atHelo, dkim, dmarc })
  const steps = [spf.trace, atHelo.trace, dkim.trace, dmarc.trace]
  return { spf, helo: atHelo, dkim, dmarc, header, trace: traceOf(dmarc, steps) }
}

const traceOf = (dmarc: DmarcVerdict, steps: readonly Step[]): Step =>
  step({
    kind: 'authenticate',
    text: dmarc.reason,
    outcome: dmarc.trace.outcome,
    source: { rfc: 9989, section: '5.3' },
    facts: { result: dmarc.result, disposition: dmarc.disposition },
    steps,
  })
