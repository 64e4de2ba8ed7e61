import { joinedText, recordsOf, type DnsAnswer } from '../../core/dns.ts'
import { parseKeyRecord, type KeyData } from '../../auth/dkim/key.ts'
import { parseDmarc } from '../../auth/dmarc/parse.ts'
import { MAX_LOOKUPS } from '../../auth/spf/limits.ts'
import { publishedSpf, selectedIn } from '../../auth/spf/published.ts'
import { isSpfLike } from '../../auth/spf/is-spf-like.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { planLookups } from '../../lint/spf/lookup-plan.ts'
import { chainsOf, hasLoop, nameOf, planCost } from '../../lint/spf/lookup-plan-walk.ts'
import type { Cell, CellTone, CheckFinding } from './checked.ts'
import { askKnown } from './ask-known.ts'
import type { KnownDns } from './known-dns.ts'

/** The four cells of a zone. @param found What was found in it. */
export const cellsOf = (
  zone: Zone,
  found: readonly CheckFinding[],
  dns: KnownDns,
): readonly Cell[] => [
  mxCell(zone, found, dns),
  spfCell(zone, found, dns),
  dkimCell(zone, found),
  dmarcCell(zone, found, dns),
]

/** Of a part of a zone nothing is known but what it holds. */
const NOT_PASTED = ['not pasted', 'these lines do not have it'] as const

const isUnknown = ({ status }: DnsAnswer): boolean => status === 'timeout'

/** Lookups that are listed. */
const MOST = 30

/** A cell is no better than what was found about it. */
function atMost(tone: CellTone, family: string, found: readonly CheckFinding[]): CellTone {
  const own = found.filter(({ code }) => code?.startsWith(`${family}/`))
  if (own.some(({ severity }) => severity === 'error')) return 'bad'
  return own.some(({ severity }) => severity === 'warning') && tone === 'good' ? 'warn' : tone
}

function mxCell({ origin }: Zone, found: readonly CheckFinding[], dns: KnownDns): Cell {
  const answer = dns.query(origin, 'MX')
  const hosts = recordsOf(answer, 'MX')
  const cell = (tone: CellTone, value: string, note: string): Cell => ({
    ...{ what: 'mx', value, note, lookups: [] },
    tone: atMost(tone, 'mx', found),
  })
  if (isUnknown(answer)) return cell('open', ...NOT_PASTED)
  if (hosts.length === 0)
    return recordsOf(dns.query(origin, 'A'), 'A').length > 0
      ? cell('warn', 'no MX', 'the domain itself is its mail host')
      : cell('open', 'no MX', 'takes no mail, and does not say so')
  const names = [...hosts]
    .sort((a, b) => a.preference - b.preference)
    .map(({ exchange }) => exchange)
  if (names.every((name) => name === '' || name === '.'))
    return cell('good', 'null MX', 'takes no mail')
  return cell('good', counted(names.length, 'mail host'), names.slice(0, 2).join(', '))
}

function spfCell({ origin }: Zone, found: readonly CheckFinding[], dns: KnownDns): Cell {
  const answer = dns.query(origin, 'TXT')
  const records = selectedIn(answer)
  let lookups: readonly string[] = []
  const cell = (tone: CellTone, value: string, note: string): Cell => ({
    ...{ what: 'spf', value, note, lookups },
    tone: atMost(tone, 'spf', found),
  })
  if (records.length > 1)
    return cell('bad', 'permerror', `${records.length} records, one is allowed`)
  const [only] = records
  if (isUnknown(answer)) return cell('open', ...NOT_PASTED)
  if (!only) {
    const isNear = recordsOf(answer, 'TXT').some((one) => isSpfLike(joinedText(one)))
    return isNear
      ? cell('bad', 'none', 'a text is meant as SPF, and is not read')
      : cell('warn', 'none', 'no record')
  }
  const published = publishedSpf(only, origin)
  const { result: plan, missing } = askKnown(planLookups(published), dns)
  const cost = planCost(plan)
  const unknown = missing.filter(({ type }) => type === 'TXT').length
  const loop = hasLoop(plan)
  const count = `${unknown ? 'at least ' : ''}${cost} of ${MAX_LOOKUPS} lookups`
  const chains = [...chainsOf(plan)]
  lookups = chains
    .flatMap((chain) => (chain.at(-1)!.cost > 0 ? [nameOf(chain)] : []))
    .slice(0, MOST)
  if (published.record.problems.length > 0 || cost > MAX_LOOKUPS || loop)
    return cell('bad', 'permerror', loop ? 'it includes itself' : count)
  const all = published.record.terms.find(({ name }) => name === 'all')
  return cell(
    'good',
    all?.text ?? 'no all',
    count + (unknown ? `, ${counted(unknown, 'include')} not pasted` : ''),
  )
}

function dkimCell({ records }: Zone, found: readonly CheckFinding[]): Cell {
  const named = records.filter(({ record: { name } }) => name.includes('._domainkey.'))
  const keys = named.flatMap(({ record }) =>
    record.type === 'TXT'
      ? [`${selectorOf(record.name)}: ${keyText(parseKeyRecord(joinedText(record)).key)}`]
      : [],
  )
  const aliases = named.flatMap(({ record }) =>
    record.type === 'CNAME' ? [`${selectorOf(record.name)}: at ${record.target}`] : [],
  )
  const tone = keys.length + aliases.length > 0 ? 'good' : 'open'
  const isLost = found.some(
    ({ severity, place }) =>
      severity === 'error' && place && /_domainkey/i.test(place.before + place.marked),
  )
  if (tone === 'open' && isLost)
    return {
      what: 'dkim',
      tone: 'bad',
      value: 'no key',
      note: 'its line cannot be read',
      lookups: [],
    }
  return {
    what: 'dkim',
    tone: atMost(tone, 'dkim', found),
    value: tone === 'open' ? 'no key' : counted(keys.length + aliases.length, 'key'),
    note: [...keys, ...aliases].slice(0, 3).join('; ') || 'none under _domainkey',
    lookups: [],
  }
}

const selectorOf = (name: string): string => name.slice(0, name.indexOf('._domainkey.'))

function keyText(key: KeyData): string {
  if (key.kind === 'rsa') return `RSA, ${key.bits} bits`
  return {
    ed25519: 'Ed25519',
    revoked: 'revoked',
    missing: 'no p=',
    unknown: 'of an unknown type',
    broken: 'cannot be read',
  }[key.kind]
}

function dmarcCell(
  { origin, records: own }: Zone,
  found: readonly CheckFinding[],
  dns: KnownDns,
): Cell {
  const answer = dns.query(`_dmarc.${origin}`, 'TXT')
  const texts = recordsOf(answer, 'TXT').map(joinedText)
  const records = texts.map(parseDmarc).filter(({ isDmarc }) => isDmarc)
  const cell = (tone: CellTone, value: string, note: string): Cell => ({
    ...{ what: 'dmarc', value, note, lookups: [] },
    tone: atMost(tone, 'dmarc', found),
  })
  if (records.length > 1) return cell('bad', 'ignored', `${records.length} records, one is allowed`)
  const [only] = records
  if (isUnknown(answer)) return cell('open', ...NOT_PASTED)
  if (!only)
    // What a wildcard gives there was not written for it, and is discarded (RFC 9989 §4.10).
    return texts.some((text) => /dmarc/i.test(text)) ||
      own.some(({ record }) => record.type === 'TXT' && record.name === `_dmarc.${origin}`)
      ? cell('bad', 'ignored', 'it does not begin with v=DMARC1')
      : cell('warn', 'none', 'no record at _dmarc')
  const policy = only.p ?? 'none'
  const reports = only.rua.length > 0 ? 'reports are asked for' : 'no reports are asked for'
  if (policy === 'none') return cell('warn', 'p=none', `watching only; ${reports}`)
  return cell(
    only.testing ? 'warn' : 'good',
    `p=${policy}`,
    only.testing ? `a test (t=y); ${reports}` : reports,
  )
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
