import { textFamilyOf } from '../../auth/text-family.ts'
import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import type { AnyFamily } from '../../lint/family.ts'
import type { Opened } from '../check/opened.ts'

/** Names at which an SPF record is looked at together with those of other names. */
const NEAR_SPF = /^_?spf\d*$/

/** Types that some rules about zones are about alone. */
const RARE_TYPES: ReadonlySet<string> = new Set(['CNAME', 'DNAME', 'DS', 'CDS'])

/** Zones in which addresses may have names. */
const REVERSE = /(?:^|\.)arpa$|^$/

/**
 * Fetches the rules that may find something in texts: those of zones, of SPF, and of records of tags and how they
 * work together, each where there is one. So a few lines are judged without the rest.
 * @param advice Whether what is missing may be found too: that takes all of them.
 */
export async function fetchFamilies(
  opened: readonly Opened[],
  advice: boolean,
): Promise<readonly AnyFamily[]> {
  if (advice) return (await import('../../lint/zone-families.ts')).zoneFamilies
  const records = opened.flatMap((one) => {
    if (one.kind === 'record') return [one.record]
    return one.kind === 'zone' ? one.parsed.zone.records.map(({ record }) => record) : []
  })
  const origins = opened.flatMap((one) => (one.kind === 'zone' ? [one.parsed.zone.origin] : []))
  const fetched = await Promise.all([
    origins.length > 0 ? fetchZoneRules(records) : [],
    origins.length > 0 && asksForMailHosts(records, origins) ? fetchMailHostRules() : [],
    records.some(isText) ? fetchSpfRules(records) : [],
    records.some(isOfAnotherFamily) ? fetchRecordRules() : [],
  ])
  return fetched.flat()
}

async function fetchZoneRules(records: readonly DnsRecord[]): Promise<readonly AnyFamily[]> {
  const isRare = ({ name, type }: DnsRecord): boolean =>
    RARE_TYPES.has(type) || name.startsWith('*')
  return records.some(isRare)
    ? [(await import('../../lint/dns/family.ts')).zoneFamily]
    : [(await import('./judge-zones.ts')).commonFamily]
}

/** Whether a rule about mail hosts may find something: a null MX, or the names of their addresses. */
const asksForMailHosts = (records: readonly DnsRecord[], origins: readonly string[]): boolean =>
  records.some((record) => record.type === 'MX' && record.exchange === '') ||
  origins.some((origin) => REVERSE.test(origin))

const fetchMailHostRules = async () => [(await import('../../lint/mx/family.ts')).mxFamily]

async function fetchSpfRules(records: readonly DnsRecord[]): Promise<readonly AnyFamily[]> {
  const { familiesOfSpf, haveSyntaxProblems } = await import('./judge-spf.ts')
  return haveSyntaxProblems(records)
    ? (await import('../../lint/spf-families.ts')).familiesOfSpf
    : familiesOfSpf
}

const fetchRecordRules = async () =>
  (await import('../../lint/record-families.ts')).familiesOfRecords

const isText = ({ type }: DnsRecord): boolean => type === 'TXT' || type === 'SPF'

function isOfAnotherFamily(record: DnsRecord): boolean {
  if (record.type !== 'TXT' && record.type !== 'SPF') return false
  const family = textFamilyOf(record.name, joinedText(record))
  return (family !== undefined && family !== 'spf') || NEAR_SPF.test(labelsOf(record.name)[0] ?? '')
}
