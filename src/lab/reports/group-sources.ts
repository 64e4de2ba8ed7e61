import { compareIps } from '../../auth/dmarc/reports/compare-ips.ts'
import type { ReportRecord } from '../../auth/dmarc/reports/report.ts'
import { add, isAligned, most, type Counts, type SeenRow } from './evidence.ts'
import type { Judged } from './likely.ts'
import { networkOf } from './network-of.ts'
import { nextStepFor, type Outcome } from './next-step.ts'
import { nameOf } from './own-domains.ts'
import { reportLimits } from './limits.ts'
import type { Counted, Source } from './types.ts'

/** What is the same for all groups. */
export interface GroupFacts {
  readonly policy: Outcome['policy']
  readonly hasZone: boolean
  /** Your SPF record as your zone has it. */
  readonly spf?: string
}

/** Puts addresses that send for the same reason together; those with the most harm first. */
export function groupSources(judged: readonly Judged[], facts: GroupFacts): Source[] {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const { kind, certainty, badKey } = one.judgement
    const key = JSON.stringify([kind, certainty, titleOf(one), badKey?.selector])
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
    .map((group) => sourceOf(group, facts))
    .sort(
      (a, b) =>
        harmOf(a) - harmOf(b) ||
        b.unaligned - a.unaligned ||
        b.messages - a.messages ||
        (a.title < b.title ? -1 : 1),
    )
}

/** By whom it is, or where: a term of SPF, an organization, a network. */
function titleOf({ evidence, judgement: { kind, who, term } }: Judged): string {
  if (kind === 'yours') return term ? term.text : networkOf(evidence.ip)
  return who ?? networkOf(evidence.ip)
}

/** Your own mail that fails, then what is unclear, then strangers, then what is carried, then the rest. */
function harmOf({ kind, unaligned, dkimAligned }: Source): number {
  const isOwn = kind === 'yours' || kind === 'vendor'
  if (unaligned > 0) return isOwn ? 0 : kind === 'unclear' ? 1 : kind === 'stranger' ? 2 : 3
  return isOwn && dkimAligned === 0 ? 4 : 5
}

function sourceOf(group: readonly Judged[], facts: GroupFacts): Source {
  const sorted = group.toSorted(
    (a, b) => b.evidence.messages - a.evidence.messages || compareIps(a.evidence.ip, b.evidence.ip),
  )
  const chief = sorted[0]!
  const rows = sorted.flatMap(({ evidence }) => evidence.rows)
  const sums = sumsOf(rows)
  const domains: Counts = new Map()
  for (const { record } of rows) add(domains, nameOf(record.headerFrom), record.count)
  const outcome = { ...facts, ...sums, ip: chief.evidence.ip, domain: most(domains) ?? '' }
  const { kind, certainty, reason } = chief.judgement
  const failed = failedIn(rows)
  return {
    ...{ title: titleOf(chief), kind, certainty, reason, trace: chief.trace },
    ...sums,
    ...(failed !== undefined && { failed }),
    next: nextStepFor(chief.judgement, outcome),
    addresses: sorted.slice(0, reportLimits.addresses).map(({ evidence }) => ({
      ...{ ip: evidence.ip, messages: evidence.messages },
      unaligned: evidence.messages - evidence.aligned,
    })),
    moreAddresses: Math.max(0, sorted.length - reportLimits.addresses),
    found: foundIn(rows),
    authorDomains: namesOf(domains),
    reporters: [...new Set(rows.map(({ reporter }) => reporter))].sort().slice(0, SHOWN_NAMES),
  }
}

/** Names that are listed of one source. */
const SHOWN_NAMES = 12

const namesOf = (counts: Counts): string[] =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name]) => name)
    .slice(0, SHOWN_NAMES)

function sumsOf(rows: readonly SeenRow[]) {
  const sum = (of: (record: ReportRecord) => boolean): number =>
    rows.reduce((total, { record }) => total + (of(record) ? record.count : 0), 0)
  return {
    messages: sum(() => true),
    dkimAligned: sum(({ dkim }) => dkim === 'pass'),
    spfAligned: sum(({ spf }) => spf === 'pass'),
    aligned: sum(isAligned),
    unaligned: sum((record) => !isAligned(record)),
    quarantined: sum(({ disposition }) => disposition === 'quarantine'),
    rejected: sum(({ disposition }) => disposition === 'reject'),
  }
}

/** What went wrong in the rows that fail, the most frequent of it. */
function failedIn(rows: readonly SeenRow[]): string | undefined {
  const causes: Counts = new Map()
  for (const { record } of rows) if (!isAligned(record)) add(causes, causeOf(record), record.count)
  return most(causes)
}

function causeOf({ dkimResults, spfResult, headerFrom }: ReportRecord): string {
  const from = nameOf(headerFrom)
  const passed = dkimResults.find(({ result }) => result === 'pass')
  const broken = dkimResults.find(({ result }) => result !== 'pass')
  const dkim = passed
    ? `the signature is of \`${nameOf(passed.domain)}\``
    : broken
      ? `the signature of \`${nameOf(broken.domain)}\` fails (\`${broken.result}\`)`
      : 'there is no signature'
  const spf = !spfResult
    ? 'SPF was not reported'
    : spfResult.result === 'pass'
      ? `SPF passes for \`${nameOf(spfResult.domain)}\``
      : `SPF gives \`${spfResult.result}\` for \`${nameOf(spfResult.domain)}\``
  return `Nothing vouches for \`${from}\`: ${dkim}, and ${spf}.`
}

/** Results that are listed of one source. */
const SHOWN_RESULTS = 8

function foundIn(rows: readonly SeenRow[]): Counted[] {
  const counts: Counts = new Map()
  for (const { record } of rows) {
    const { dkimResults, spfResult, count } = record
    for (const { result, domain, selector } of dkimResults)
      add(counts, `DKIM ${result}, ${nameOf(domain)}${selector ? `, key ${selector}` : ''}`, count)
    if (dkimResults.length === 0) add(counts, 'DKIM none', count)
    if (spfResult) add(counts, `SPF ${spfResult.result}, ${nameOf(spfResult.domain)}`, count)
    for (const { type, comment } of record.reasons)
      add(counts, `${type}${comment ? `: ${comment.slice(0, 80)}` : ''}`, count)
  }
  return [...counts]
    .map(([text, messages]) => ({ text, messages }))
    .sort((a, b) => b.messages - a.messages || (a.text < b.text ? -1 : 1))
    .slice(0, SHOWN_RESULTS)
}
