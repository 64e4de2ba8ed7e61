import type { Effect } from '../../core/effects.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { askedName } from '../../core/idna.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { showAsWritten } from '../as-written.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'
import { patternFinder } from './match-host.ts'
import { parseStsPolicy, type StsMode, type StsPolicy } from './policy.ts'
import { isStsText, parseStsRecord, type StsRecord } from './record.ts'

export interface StsQuery {
  /** Of the recipient: the next hop (RFC 8461 §1.1). */
  readonly domain: string
  /** The body that `https://mta-sts.<domain>/.well-known/mta-sts.txt` gave; absent if none came. */
  readonly policy?: string
  /** The names of its mail hosts, the preferred one first. */
  readonly hosts: readonly string[]
}

export interface StsVerdict {
  /**
   * `none`: the domain does not use MTA-STS, or it cannot be found out. `invalid`: it means to, and
   * its record or policy cannot be followed; senders go on as if it did not (§3.3). `pass`: every
   * host is named. `fail`: one is not. `temperror`: DNS did not answer, and no policy is at hand.
   */
  readonly result: 'none' | 'invalid' | 'pass' | 'fail' | 'temperror'
  /** Of a policy that can be followed. */
  readonly mode?: StsMode
  /** Seconds a sender keeps the policy. */
  readonly maxAge?: number
  /** Of the record; senders fetch the policy again when it changes. */
  readonly id?: string
  readonly hosts: readonly StsHost[]
  /** Whether a sender that honours MTA-STS would deliver, as far as names decide. */
  readonly delivers: boolean
  /** One sentence. */
  readonly reason: string
  readonly trace: Step
}

export interface StsHost {
  readonly name: string
  /** The pattern of the policy that names it. */
  readonly pattern?: string
  /** Whether mail may go there; its certificate must hold too (§4.2). */
  readonly allowed: boolean
}

type Conclusion = Omit<StsVerdict, 'trace'>

/** Judges a delivery by MTA-STS (RFC 8461 §3 to §5). TLS itself is not looked at. Never throws. */
export function* evaluateMtaSts(query: StsQuery): Effect<StsVerdict> {
  const steps: Step[] = []
  const conclusion = yield* judge(query, steps)
  const trace = step({
    kind: 'mta-sts',
    text: conclusion.reason,
    outcome: OUTCOMES[conclusion.result],
    source: { rfc: 8461, section: '5' },
    facts: {
      domain: normalizeName(query.domain),
      result: conclusion.result,
      delivers: conclusion.delivers,
    },
    steps,
  })
  return showAsWritten({ ...conclusion, trace }, [query.domain])
}

const OUTCOMES: Readonly<Record<StsVerdict['result'], Outcome>> = {
  none: 'note',
  invalid: 'error',
  pass: 'pass',
  fail: 'fail',
  temperror: 'error',
}

function* judge({ domain, policy, hosts }: StsQuery, steps: Step[]): Effect<Conclusion> {
  const found = yield* findRecord(askedName(domain), steps)
  if ('result' in found) return withoutPolicy(found.result, found.reason, hosts)
  const id = found.id === undefined ? {} : { id: found.id }
  if (policy === undefined)
    return {
      ...withoutPolicy('invalid', 'No policy could be fetched, so mail goes as ever.', hosts),
      ...id,
    }
  const read = parseStsPolicy(policy)
  steps.push(policyStep(read))
  const conclusion = read.valid
    ? applyPolicy(read, hosts, steps)
    : withoutPolicy('invalid', 'The policy cannot be followed, so mail goes as ever.', hosts)
  return { ...conclusion, ...id }
}

/** Without a policy every host will do (§3.3). */
const withoutPolicy = (
  result: StsVerdict['result'],
  reason: string,
  hosts: readonly string[],
): Conclusion => ({
  result,
  reason,
  delivers: hosts.length > 0,
  hosts: hosts.map((name) => ({ name, allowed: true })),
})

/** Finds the one record (§3.1): others than `v=STSv1;` are thrown away, and several count as none. */
function* findRecord(
  domain: string,
  steps: Step[],
): Effect<StsRecord | Pick<Conclusion, 'result' | 'reason'>> {
  const name = `_mta-sts.${domain}`
  const answer = yield* askNoting(steps, name, 'TXT')
  if (isLost(answer))
    return {
      result: 'temperror',
      reason: `No server answered for \`${name}\`, so mail goes as ever.`,
    }
  const records = recordsOf(answer, 'TXT').filter((record) => isStsText(joinedText(record)))
  const [only, ...more] = records
  if (!only) return { result: 'none', reason: `\`${domain}\` does not use MTA-STS.` }
  if (more.length)
    return {
      result: 'invalid',
      reason: `\`${name}\` holds ${records.length} MTA-STS records, so none of them counts.`,
    }
  const record = parseStsRecord(joinedText(only))
  steps.push(recordStep(name, record, only.place))
  return record.id === undefined
    ? { result: 'invalid', reason: `The record at \`${name}\` has no \`id=\` that can be read.` }
    : record
}

const recordStep = (name: string, record: StsRecord, place: Step['place']): Step =>
  step({
    kind: 'mta-sts/record',
    text: `\`${name}\` holds \`${record.text}\`: there is a policy to fetch.`,
    outcome: record.id === undefined ? 'error' : 'continue',
    ...(place && { place }),
    source: { rfc: 8461, section: '3.1' },
  })

const policyStep = ({ valid, mode, maxAge, mx }: StsPolicy): Step =>
  step({
    kind: 'mta-sts/policy',
    text: valid
      ? `The policy sets \`${mode!}\`, for ${maxAge!} seconds.`
      : 'The policy lacks a field that it needs, or cannot be read.',
    outcome: valid ? 'continue' : 'error',
    source: { rfc: 8461, section: '3.2' },
    facts: { patterns: mx.map(({ value }) => value) },
  })

function applyPolicy(policy: StsPolicy, names: readonly string[], steps: Step[]): Conclusion {
  const mode = policy.mode!
  const about = { mode, maxAge: policy.maxAge! }
  if (mode === 'none')
    return {
      ...withoutPolicy('none', 'The policy sets `none`: it asks for nothing any more.', names),
      ...about,
    }
  const patternOf = patternFinder(policy.mx.map(({ value }) => value))
  const hosts = names.map((name) => judgeHost(name, patternOf(name), mode))
  steps.push(...hosts.map((host) => hostStep(host, mode)))
  const strangers = hosts.filter(({ pattern }) => pattern === undefined)
  return {
    ...about,
    hosts,
    result: strangers.length ? 'fail' : 'pass',
    delivers: hosts.some(({ allowed }) => allowed),
    reason: reasonOf(mode, hosts, strangers),
  }
}

const judgeHost = (name: string, pattern: string | undefined, mode: StsMode): StsHost => ({
  name,
  ...(pattern === undefined ? {} : { pattern }),
  allowed: pattern !== undefined || mode !== 'enforce',
})

const hostStep = ({ name, pattern, allowed }: StsHost, mode: StsMode): Step =>
  step({
    kind: 'mta-sts/host',
    text:
      pattern === undefined
        ? `No \`mx\` of the policy names \`${name}\`${allowed ? `; in mode \`${mode}\` that is only reported` : ', so no mail goes there'}.`
        : `\`mx: ${pattern}\` names \`${name}\`.`,
    outcome: pattern === undefined ? (allowed ? 'note' : 'fail') : 'pass',
    source: { rfc: 8461, section: '4.1' },
    facts: { name, allowed },
  })

function reasonOf(mode: StsMode, hosts: readonly StsHost[], strangers: readonly StsHost[]): string {
  if (!hosts.length) return 'There is no mail host to deliver to.'
  if (!strangers.length) return 'The policy names every mail host.'
  const names = strangers.map(({ name }) => `\`${name}\``).join(', ')
  if (mode === 'testing') return `The policy does not name ${names}; it is only being tested.`
  return strangers.length < hosts.length
    ? `The policy does not name ${names}; mail can go to the other hosts only.`
    : `The policy names none of the mail hosts (${names}), so mail waits and comes back in the end.`
}
