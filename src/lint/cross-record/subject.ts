import { askDns, type Effect } from '../../core/effects.ts'
import {
  joinedText,
  type DnsRecord,
  type RecordOf,
  type RecordType,
  type TextData,
} from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import { once } from '../../core/once.ts'
import type { DnsDependentRule } from '../dns-dependent-rule.ts'
import { parseBimi } from '../../auth/bimi/record.ts'
import { parseDmarc, type DmarcRecord } from '../../auth/dmarc/parse.ts'
import { firstDescendants, firstByName } from '../ancestor-names.ts'
import { isLost } from '../../auth/question-step.ts'
import { allOf, recordsByName } from '../record-index.ts'
import { selectedIn } from '../../auth/spf/published.ts'
import { canPass } from '../spf/can-pass.ts'
import { isSpfText } from '../../auth/spf/record.ts'

export type TextRecord = DnsRecord & TextData
export type MxRecord = DnsRecord & RecordOf<'MX'>

/** What the rules look at that compare records of several kinds, all zones together. */
export interface CrossRecordSubject {
  readonly all: readonly DnsRecord[]
  /** In the order of their first records. */
  readonly names: ReadonlyMap<string, readonly DnsRecord[]>
  /** Records that SPF selects, wildcards left out. */
  readonly spf: readonly TextRecord[]
  readonly dmarc: readonly PublishedDmarc[]
  /** BIMI records that show a logo. */
  readonly bimi: readonly { readonly at: TextRecord; readonly domain: string }[]
  /** Domains that take mail by MX records, and the first of those. */
  readonly receivers: readonly { readonly at: MxRecord; readonly domain: string }[]
}

export interface PublishedDmarc {
  readonly at: TextRecord
  readonly record: DmarcRecord
  /** The domain it speaks for. */
  readonly domain: string
}

export type CrossRecordRule = DnsDependentRule<CrossRecordSubject>

export function crossRecordSubject(all: readonly DnsRecord[]): CrossRecordSubject {
  const names = recordsByName(all)
  const texts = allOf('TXT', all).filter(({ name }) => !isWildcard(name))
  return {
    all,
    names,
    spf: texts.filter((one) => isSpfText(joinedText(one)) && !one.name.startsWith('_dmarc.')),
    dmarc: texts.flatMap(publishedDmarc),
    bimi: texts.flatMap(publishedBimi),
    receivers: receiversIn(all),
  }
}

function receiversIn(all: readonly DnsRecord[]): CrossRecordSubject['receivers'] {
  const first = firstByName(
    allOf('MX', all).filter(({ name, exchange }) => name !== '' && exchange !== ''),
    ({ name }) => name,
  )
  return [...first].flatMap(([domain, at]) => (isWildcard(domain) ? [] : [{ at, domain }]))
}

const isWildcard = (name: string): boolean => name.startsWith('*.') || name === '*'

function publishedDmarc(at: TextRecord): PublishedDmarc[] {
  if (!at.name.startsWith('_dmarc.')) return []
  const record = parseDmarc(joinedText(at))
  return record.isDmarc ? [{ at, record, domain: at.name.slice('_dmarc.'.length) }] : []
}

function publishedBimi(at: TextRecord): CrossRecordSubject['bimi'][number][] {
  const labels = labelsOf(at.name)
  const cut = labels.indexOf('_bimi')
  if (cut < 1) return []
  const { isBimi, location } = parseBimi(joinedText(at))
  return isBimi && location ? [{ at, domain: labels.slice(cut + 1).join('.') }] : []
}

/** What there is at a name, however many rules and records ask. */
export const summaryOf = once((records: readonly DnsRecord[]) => ({
  types: new Set<RecordType>(records.map(({ type }) => type)),
  hasNullMx: records.some((one) => one.type === 'MX' && one.exchange === ''),
}))

/** Whether people give the name to an SPF record that others include: `_spf`, `spf2`. */
export const isIncludeName = (name: string): boolean => /^(?:_|spf\d{0,3}\.)/.test(name)

/** The SPF records that DNS gives for a name; `undefined` where it does not answer. */
export function* spfTextsOf(name: string): Effect<readonly TextRecord[] | undefined> {
  const answer = yield* askDns(name, 'TXT')
  if (isLost(answer)) return undefined
  return selectedIn(answer)
}

/** A domain that sends no mail, and the record that shows it. */
export interface ParkedDomain {
  readonly domain: string
  readonly at: DnsRecord
  readonly spf: readonly TextRecord[]
}

/**
 * Domains that send no mail: those with a null MX, and zones without MX, address and SPF, at their
 * own name and below; not those whose SPF record lets somebody send.
 */
export function* parkedDomains({
  names,
  spf: texts,
}: CrossRecordSubject): Effect<readonly ParkedDomain[]> {
  const parked: ParkedDomain[] = []
  const below = firstDescendants(texts, ({ name }) => name)
  for (const [domain, records] of names) {
    const at = sendsNothing(domain, records)
    if (!at) continue
    if (at.type === 'SOA' && below.has(domain)) continue
    const spf = yield* spfTextsOf(domain)
    if (spf && !spf.some(canPass)) parked.push({ domain, at, spf })
  }
  return parked
}

function sendsNothing(domain: string, records: readonly DnsRecord[]): DnsRecord | undefined {
  const labels = labelsOf(domain)
  if (labels.length < 2 || labels.at(-1) === 'arpa' || isWildcard(domain)) return undefined
  const mx = records.filter((one): one is MxRecord => one.type === 'MX')
  if (mx.length) return mx.every(({ exchange }) => exchange === '') ? mx[0] : undefined
  const isHost = records.some(({ type }) => type === 'A' || type === 'AAAA' || type === 'CNAME')
  return isHost ? undefined : records.find(({ type }) => type === 'SOA')
}
