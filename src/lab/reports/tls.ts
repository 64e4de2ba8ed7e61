import {
  RESULT_TYPES,
  type TlsFailure,
  type TlsReport,
  type TlsReportPolicy,
} from '../../auth/tls-rpt/report.ts'
import { groupBy } from '../../core/group-by.ts'
import { dayOf, withoutGaps } from './days.ts'
import { nameOf } from './own-domains.ts'
import { tlsNextStep } from './tls-next-step.ts'
import type { TlsCause, TlsDay, TlsDomain, TlsSum } from './types.ts'

/** A policy and the report that it is of. */
type Seen = readonly [TlsReport, TlsReportPolicy]

/** Sums reports about TLS up, by domain and kind of policy. Duplicates are left out before. */
export function sumTlsReports(reports: readonly TlsReport[]): TlsSum {
  const seen = reports.flatMap((report) => report.policies.map((policy): Seen => [report, policy]))
  const groups = groupBy(seen, ([, { type, domain }]) => `${type} ${nameOf(domain)}`)
  const domains = [...groups.values()].map(domainOf)
  const sum = (of: 'successes' | 'failures'): number =>
    domains.reduce((total, domain) => total + domain[of], 0)
  return {
    reports: reports.length,
    ...{ successes: sum('successes'), failures: sum('failures') },
    domains: domains.sort((a, b) => b.failures - a.failures || (a.domain < b.domain ? -1 : 1)),
    ...daysOf(reports),
  }
}

/** Names that are listed of each kind. */
const SHOWN = 12

const distinct = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((text) => text !== undefined && text !== ''))]
    .slice(0, SHOWN)
    .map((text) => text!.slice(0, 200))

function domainOf(group: readonly Seen[]): TlsDomain {
  const [, first] = group[0]!
  const details = group.flatMap(([, policy]) => policy.details)
  const causes = groupBy(details, ({ type }) => type)
  const sum = (of: 'successes' | 'failures'): number =>
    group.reduce((total, [, policy]) => total + policy[of], 0)
  return {
    ...{ domain: nameOf(first.domain), policy: first.type },
    lines: distinct(group.flatMap(([, { lines }]) => lines)),
    organizations: distinct(group.map(([{ organization }]) => organization)),
    ...{ successes: sum('successes'), failures: sum('failures') },
    causes: [...causes]
      .map(([type, failures]) => causeOf(type, failures, first.domain))
      .sort((a, b) => b.sessions - a.sessions),
  }
}

const causeOf = (type: string, failures: readonly TlsFailure[], domain: string): TlsCause => {
  const hosts = distinct(failures.map(({ receivingHost }) => receivingHost))
  return {
    type,
    meaning: Object.hasOwn(RESULT_TYPES, type)
      ? RESULT_TYPES[type]!
      : 'a result that RFC 8460 does not know',
    sessions: failures.reduce((total, { sessions }) => total + sessions, 0),
    hosts,
    senders: distinct(failures.map(({ sendingIp }) => sendingIp)),
    details: distinct(failures.flatMap(({ reason, information }) => [reason, information])),
    next: tlsNextStep(type, hosts[0] ?? 'the mail host', nameOf(domain)),
  }
}

const NONE = { successes: 0, failures: 0 }

function daysOf(reports: readonly TlsReport[]): Pick<TlsSum, 'days' | 'moreDays'> {
  const counted = new Map<number, Omit<TlsDay, 'at'>>()
  for (const { start, end, policies } of reports) {
    if (start === undefined) continue
    const day = dayOf(start, end ?? start)
    const before = counted.get(day) ?? NONE
    counted.set(day, {
      successes: policies.reduce((sum, one) => sum + one.successes, before.successes),
      failures: policies.reduce((sum, one) => sum + one.failures, before.failures),
    })
  }
  return withoutGaps(counted, NONE)
}
