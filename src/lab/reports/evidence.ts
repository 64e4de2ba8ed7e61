import type { ReportRecord } from '../../auth/dmarc/reports/report.ts'
import { formatIp, parseIp } from '../../core/ip.ts'
import { nameOf, organizationOf, type OwnDomains } from './own-domains.ts'

/** A row of a report, with who reports it. */
export interface SeenRow {
  readonly record: ReportRecord
  readonly reporter: string
  /** The day of the report: milliseconds since 1970. */
  readonly day: number
}

/** Messages counted by a name. */
export type Counts = Map<string, number>

/** A signature in the learner’s name: which key, and how it came out. */
export interface OwnKey {
  readonly selector: string
  readonly domain: string
  /** Results other than `pass`, as reporters write them, and what they say of them. */
  readonly results: ReadonlySet<string>
}

/** What all rows about one address say. */
export interface Evidence {
  readonly ip: string
  readonly rows: readonly SeenRow[]
  readonly messages: number
  readonly aligned: number
  /** Keys of yours (`selector@domain`) whose signatures pass, and those that do not. */
  readonly passing: ReadonlyMap<string, OwnKey>
  readonly broken: ReadonlyMap<string, OwnKey>
  /** Whether SPF passes for a domain of yours. */
  readonly spfOwn: boolean
  /** Organizations that SPF passes for, and whose signatures pass: messages. */
  readonly spfOthers: Counts
  readonly signedByOthers: Counts
  /** Why receivers did otherwise than the policy asks. */
  readonly reasons: ReadonlySet<string>
}

export const add = (counts: Counts, name: string, messages: number): void =>
  void counts.set(name, (counts.get(name) ?? 0) + messages)

/** The one with most messages; of several the first by its characters. */
export const most = (counts: Counts): string | undefined =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]

/** The organization that most messages of an address identify themselves as, other than yours. */
export const otherOf = ({ spfOthers, signedByOthers }: Evidence): string | undefined =>
  most(signedByOthers) ?? most(spfOthers)

/** Rows by address, however each reporter writes it. */
export function evidenceOf(rows: readonly SeenRow[], own: OwnDomains): Evidence[] {
  const byIp = new Map<string, SeenRow[]>()
  for (const row of rows) {
    const octets = parseIp(row.record.sourceIp)
    const ip = octets ? formatIp(octets) : row.record.sourceIp.slice(0, 60)
    const known = byIp.get(ip)
    if (known) known.push(row)
    else byIp.set(ip, [row])
  }
  return [...byIp].map(([ip, seen]) => evidenceFor(ip, seen, own))
}

function evidenceFor(ip: string, rows: readonly SeenRow[], own: OwnDomains): Evidence {
  const passing = new Map<string, OwnKey>()
  const broken = new Map<string, OwnKey>()
  const [spfOthers, signedByOthers]: [Counts, Counts] = [new Map(), new Map()]
  const reasons = new Set<string>()
  let [messages, aligned, spfOwn] = [0, 0, false]
  for (const { record } of rows) {
    messages += record.count
    if (isAligned(record)) aligned += record.count
    for (const { type } of record.reasons) reasons.add(type)
    for (const { domain, selector = '', result, humanResult } of record.dkimResults) {
      if (own.has(domain))
        noteKey(result === 'pass' ? passing : broken, domain, selector, result, humanResult)
      else if (result === 'pass') add(signedByOthers, organizationOf(domain), record.count)
    }
    // Some reporters list no signature, and say only that an aligned one passed.
    if (record.dkim === 'pass' && passing.size === 0)
      noteKey(passing, record.headerFrom, '', 'pass', undefined)
    const { spfResult } = record
    if (record.spf === 'pass') spfOwn = true
    if (spfResult?.result !== 'pass') continue
    if (own.has(spfResult.domain)) spfOwn ||= spfResult.scope !== 'helo'
    else add(spfOthers, organizationOf(spfResult.domain), record.count)
  }
  return {
    ...{ ip, rows, messages, aligned, passing, broken, spfOwn, spfOthers },
    ...{ signedByOthers, reasons },
  }
}

export const isAligned = ({ dkim, spf }: ReportRecord): boolean => dkim === 'pass' || spf === 'pass'

function noteKey(
  keys: Map<string, OwnKey>,
  written: string,
  selector: string,
  result: string,
  human: string | undefined,
): void {
  const domain = nameOf(written)
  const name = `${selector}@${domain}`
  const results = new Set([...(keys.get(name)?.results ?? []), result, ...(human ? [human] : [])])
  keys.set(name, { selector, domain, results })
}
