import type { Effect } from '../../core/effects.ts'
import { normalizeName } from '../../core/domain.ts'
import { askedName, isAscii, toALabels } from '../../core/idna.ts'
import type { Place } from '../../core/span.ts'
import type { Outcome, Step } from '../../core/trace.ts'
import { namesAsWritten, showAsWritten } from '../as-written.ts'
import { align, type Alignment, type AlignmentFound, type Identifier } from './align.ts'
import { dmarcRecords, type FoundRecord } from './lookup.ts'
import { suffixList, treeWalk, type DmarcMode, type Method } from './method.ts'
import type { DmarcRecord, Policy } from './parse.ts'
import { askedPolicy, isUsable, type AskedPolicy } from './policy.ts'
import { PUBLIC_SUFFIXES } from './public-suffixes.ts'

export type { Alignment, Identifier } from './align.ts'
export type { DmarcMode } from './method.ts'

export interface DmarcQuery {
  /** The domain in `From`, the author domain. */
  readonly from: string
  /** Of MAIL FROM; HELO does not count (RFC 9989 §4.4.2). */
  readonly spf: Identifier
  /** One for each signature; `domain` is its `d=`. */
  readonly dkim: readonly Identifier[]
  readonly mode: DmarcMode
  /** For `7489`: where the public registers names. A small list by default. */
  readonly publicSuffixes?: ReadonlySet<string>
  /** For `7489`: from 0 up to 99; below `pct` the policy applies. 0 by default. */
  readonly sample?: number
}

export interface DmarcVerdict {
  readonly result: 'none' | 'pass' | 'fail' | 'permerror' | 'temperror'
  /** What the owner asks to do with this message; `none` for any but a failing one. */
  readonly disposition: Policy
  /** As published, before `t=y` or `pct` lowered it; absent without a record. */
  readonly policy?: Policy | undefined
  /** The tag that gave the policy. */
  readonly policyTag?: 'p' | 'sp' | 'np' | undefined
  /** The domain in `From` as it was written, in lower case: its U-labels stay (RFC 8616 §6). */
  readonly authorDomain: string
  /** Where the record was found. */
  readonly policyDomain?: string | undefined
  /** Of the author domain; absent where nothing asked for it. */
  readonly organizationalDomain?: string | undefined
  readonly record?: DmarcRecord | undefined
  /** Where the record is written. */
  readonly place?: Place | undefined
  readonly alignment: {
    readonly spf?: Alignment | undefined
    readonly dkim: readonly Alignment[]
  }
  readonly mode: DmarcMode
  readonly reason: string
  readonly trace: Step
}

type Conclusion = Omit<DmarcVerdict, 'trace' | 'mode' | 'authorDomain'>

/** Judges a message by DMARC (RFC 9989 §5.3, or RFC 7489 §6.6). Never throws. */
export function evaluateDmarc(query: DmarcQuery): Effect<DmarcVerdict> {
  const written = normalizeName(query.from)
  return isAscii(written) ? evaluateAsked(query, written) : evaluateWritten(query, written)
}

/** The same with names that are asked for otherwise than they are shown. */
function* evaluateWritten(query: DmarcQuery, written: string): Effect<DmarcVerdict> {
  const verdict = yield* evaluateAsked(query, written)
  const show = namesAsWritten([written])
  if (!show) return verdict
  const { policyDomain, organizationalDomain } = verdict
  return {
    ...showAsWritten(verdict, [written]),
    ...(policyDomain === undefined ? {} : { policyDomain: show(policyDomain) }),
    ...(organizationalDomain === undefined
      ? {}
      : { organizationalDomain: show(organizationalDomain) }),
  }
}

/** The same with the author domain as DNS is asked for it. */
function* evaluateAsked(query: DmarcQuery, written: string): Effect<DmarcVerdict> {
  const records = dmarcRecords()
  const author = toALabels(written)
  const method =
    query.mode === '9989'
      ? treeWalk(records)
      : suffixList(records, query.publicSuffixes ?? PUBLIC_SUFFIXES)
  const more: Step[] = []
  const conclusion =
    author === undefined
      ? unjudged('permerror', `\`${written}\` is no domain name that DNS can hold.`)
      : yield* judge(query, author, method, more)
  return toVerdict(conclusion, written, query.mode, records.steps.concat(more))
}

/** Field by field: this is a quarter of the time that spreading what differs from case to case is. */
function toVerdict(
  conclusion: Conclusion,
  authorDomain: string,
  mode: DmarcMode,
  steps: readonly Step[],
): DmarcVerdict {
  const { result, disposition, reason, place } = conclusion
  return {
    result,
    disposition,
    reason,
    policy: conclusion.policy,
    policyTag: conclusion.policyTag,
    policyDomain: conclusion.policyDomain,
    organizationalDomain: conclusion.organizationalDomain,
    record: conclusion.record,
    place,
    alignment: conclusion.alignment,
    authorDomain,
    mode,
    trace: {
      kind: 'dmarc',
      text: reason,
      outcome: OUTCOMES[result],
      place,
      source: mode === '9989' ? { rfc: 9989, section: '5.3' } : { rfc: 7489, section: '6.6' },
      facts: { result, disposition, authorDomain },
      steps,
    },
  }
}

const OUTCOMES: Readonly<Record<DmarcVerdict['result'], Outcome>> = {
  pass: 'pass',
  fail: 'fail',
  none: 'note',
  permerror: 'error',
  temperror: 'error',
}

function* judge(
  query: DmarcQuery,
  author: string,
  method: Method,
  more: Step[],
): Effect<Conclusion> {
  const discovery = yield* method.discover(author)
  if (discovery.kind === 'failed')
    return unjudged(
      'temperror',
      `A DNS question about the policy of \`${author}\` stayed open; it may work later.`,
    )
  if (discovery.kind === 'none') return unjudged('none', noRecord(author, discovery.several))
  const { found } = discovery
  if (!isUsable(found, query.mode))
    return {
      ...unjudged(
        'permerror',
        `The record of \`${found.domain}\` asks for nothing that can be followed: its policy is missing or faulty, and it names no address for reports.`,
      ),
      policyDomain: found.domain,
      record: found.record,
      place: found.place,
    }
  return yield* judgeByRecord(query, author, found, method, more)
}

const unjudged = (result: 'none' | 'permerror' | 'temperror', reason: string): Conclusion => ({
  result,
  disposition: 'none',
  reason,
  alignment: { dkim: [] },
})

const noRecord = (author: string, several: boolean): string =>
  several
    ? `\`${author}\` has several DMARC records, so none of them counts and DMARC does not apply.`
    : `No DMARC record covers \`${author}\`, so DMARC does not apply to this message.`

function* judgeByRecord(
  query: DmarcQuery,
  author: string,
  found: FoundRecord,
  method: Method,
  more: Step[],
): Effect<Conclusion> {
  const { record } = found
  const spf = yield* align('SPF', author, query.spf, record.aspf, method)
  const dkim: AlignmentFound[] = []
  for (const identifier of query.dkim)
    dkim.push(yield* align('DKIM', author, identifier, record.adkim, method))
  const all = [spf, ...dkim]
  const asked = yield* askedPolicy(found, author, query.mode, query.sample ?? 0)
  const organization = yield* organizationOf(author, found, all, query.mode, method)
  for (const one of all) more.push(one.step)
  for (const one of asked.steps) more.push(one)
  more.push(policyStep(asked.text))
  const { result, disposition, reason } = decide(author, spf, all, asked)
  return {
    result,
    disposition,
    reason,
    policy: asked.policy,
    policyTag: asked.tag,
    policyDomain: found.domain,
    organizationalDomain: organization,
    record,
    place: found.place,
    alignment: { spf: spf.alignment, dkim: dkim.map((one) => one.alignment) },
  }
}

/** One identifier that is aligned is enough (RFC 9989 §5.3.5). */
function decide(
  author: string,
  spf: AlignmentFound,
  all: readonly AlignmentFound[],
  { disposition, text }: AskedPolicy,
): Pick<Conclusion, 'result' | 'disposition' | 'reason'> {
  const aligned = all.find((one) => one.alignment.aligned)
  if (aligned) {
    const reason = passReason(aligned === spf, aligned.alignment, author)
    return { result: 'pass', disposition: 'none', reason }
  }
  if (all.some((one) => one.failed))
    return unjudged('temperror', 'A DNS question about alignment stayed open; it may work later.')
  const reason = `Neither SPF nor DKIM vouches for \`${author}\`. ${text}`
  return { result: 'fail', disposition, reason }
}

const policyStep = (text: string): Step => ({
  kind: 'dmarc/policy',
  text,
  outcome: 'note',
  source: { rfc: 9989, section: '4.10.1' },
  steps: [],
})

/**
 * The organizational domain, where finding it out costs no question that alignment did not need
 * (RFC 9989 §4.10.2): where the author domain passed by itself, it is its own.
 */
function* organizationOf(
  author: string,
  found: FoundRecord,
  all: readonly AlignmentFound[],
  mode: DmarcMode,
  method: Method,
): Effect<string | undefined> {
  const isKnown = all.some(({ alignment }) => alignment.organizationalDomain !== undefined)
  if (isKnown || found.domain !== author || mode === '7489')
    return yield* method.organizational(author)
  const passedItself = all.some(({ alignment }) => alignment.aligned)
  return passedItself || found.record.psd === 'n' ? author : undefined
}

const passReason = (bySpf: boolean, { domain }: Alignment, author: string): string =>
  `${bySpf ? 'SPF' : 'DKIM'} vouches for \`${domain}\`${askedName(domain) === author ? ', the domain in `From`' : `, which belongs together with \`${author}\``}.`
