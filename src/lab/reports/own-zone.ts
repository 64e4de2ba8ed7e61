import { evaluateSpf } from '../../auth/spf/evaluate.ts'
import { parseSpf } from '../../auth/spf/parse.ts'
import { isSpfText, mechanismsOf, type Mechanism } from '../../auth/spf/record.ts'
import type { Decision, SpfVerdict } from '../../auth/spf/verdict.ts'
import { joinedText, type Resolver } from '../../core/dns.ts'
import { isWithin } from '../../core/domain.ts'
import { runSync } from '../../core/effects.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { reportLimits } from './limits.ts'
import { nameOf, organizationOf, type OwnDomains } from './own-domains.ts'

/** A term of the learner’s SPF record that lets an address send. */
export interface MatchedTerm {
  /** As written: `ip4:192.0.2.0/28`, `include:spf.vendor.example`. */
  readonly text: string
  /** The domain whose record it stands in. */
  readonly domain: string
  /** Set for an `include`: whose record matched. */
  readonly included?: string
}

/** Where a key is: of the learner’s own, an alias to somebody’s, or not in the zone. */
export type KeyPlace =
  | { readonly kind: 'own' }
  | { readonly kind: 'alias'; readonly target: string }
  | { readonly kind: 'absent' }

/** What the learner’s zone says of who may send. */
export interface OwnZone {
  readonly origin: string
  termFor(ip: string): MatchedTerm | undefined
  keyOf(selector: string, domain: string): KeyPlace
  /** Organizations that the zone names as senders: of `include`, and of aliases of keys. */
  readonly vendors: ReadonlySet<string>
  /** Terms that only the DNS could judge, such as an `include` of a zone that is not here. */
  readonly unknownTerms: readonly string[]
  readonly hasSpf: boolean
  /** The SPF record of the domain above; absent where it has none, or several. */
  readonly spf?: string
}

/** SPF records of a zone that are asked. */
const MAX_RECORDS = 10

/**
 * Reads the zone, or the one SPF record, that was pasted. Never throws.
 * @param own The first is the zone’s origin, unless the zone names its own.
 */
export function readOwnZone(text: string, own: OwnDomains): OwnZone {
  const written = text.slice(0, reportLimits.zone)
  const isRecord = isSpfText(written.trim().replace(/^"/, ''))
  const content = isRecord ? `@ TXT "${written.trim().replace(/"/g, '')}"` : written
  const zones = zonesIn(content, own.names[0] ?? 'example.org')
  const resolver = createResolver(zones)
  const records = zones
    .flatMap(spfRecords)
    .filter(({ domain }) => own.has(domain))
    .slice(0, MAX_RECORDS)
  const sources = records.map(({ domain, text: spf }) => judgedApart(domain, spf, resolver))
  return {
    origin: records[0]?.domain ?? zones[0]?.origin ?? '',
    hasSpf: records.length > 0,
    ...(records.length === 1 && { spf: records[0]!.text }),
    unknownTerms: [...new Set(sources.flatMap(({ unknown }) => unknown))],
    vendors: vendorsOf(zones, records, own),
    termFor: (ip) => firstOf(sources, ({ termFor }) => termFor(ip)),
    keyOf: (selector, domain) => keyIn(resolver, selector, nameOf(domain)),
  }
}

/** Zones that are pasted one below the other. */
const MAX_ZONES = 50

/** A `$ORIGIN` that is not below the zone before begins another zone. */
function zonesIn(text: string, fallback: string): Zone[] {
  const parts: { origin: string; text: string }[] = []
  for (const piece of text.split(/^(?=\$ORIGIN\s)/im)) {
    const before = parts.at(-1)
    const origin = nameOf(originOf(piece) ?? before?.origin ?? fallback)
    if (before && (isWithin(origin, before.origin) || parts.length >= MAX_ZONES))
      before.text += piece
    else if (before && before.text.trim() === '') Object.assign(before, { origin, text: piece })
    else parts.push({ origin, text: piece })
  }
  return parts.map((part) => parseZone(part.text, { origin: part.origin }).zone)
}

const originOf = (text: string): string | undefined =>
  /^\s*\$ORIGIN\s+([\w.-]{1,253})\.\s*(?:;.*)?$/im.exec(text)?.[1] ??
  /^([\w.-]{1,253})\.\s+(?:\d+\s+)?(?:IN\s+)?(?:\d+\s+)?SOA\s/im.exec(text)?.[1]

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

interface SpfText {
  readonly domain: string
  readonly text: string
}

const spfRecords = ({ records }: Zone): SpfText[] =>
  records.flatMap(({ record }) => {
    const text = record.type === 'TXT' ? joinedText(record) : ''
    return isSpfText(text) ? [{ domain: record.name, text }] : []
  })

interface Judged {
  readonly unknown: readonly string[]
  termFor(ip: string): MatchedTerm | undefined
}

/**
 * A record without the terms that need what is not in the zone: one such would hide all behind it.
 * Each address is then judged by the evaluator itself.
 */
function judgedApart(domain: string, text: string, zone: Resolver): Judged {
  const passing = mechanismsOf(parseSpf(text)).filter(
    ({ qualifier, name }) => qualifier === '+' && name !== 'all',
  )
  const isKnown = (term: Mechanism): boolean =>
    !['permerror', 'temperror'].includes(verdictOf('192.0.2.1', domain, [term.text], zone).result)
  const known = passing.filter(isKnown).map((term) => term.text)
  return {
    unknown: passing.map((term) => term.text).filter((term) => !known.includes(term)),
    termFor(ip) {
      const { result, decidedBy } = verdictOf(ip, domain, known, zone)
      return result === 'pass' && decidedBy ? matchedBy(decidedBy) : undefined
    },
  }
}

const matchedBy = ({ text, domain, through }: Decision): MatchedTerm => ({
  text,
  domain,
  ...(through && { included: through.domain }),
})

function verdictOf(
  ip: string,
  domain: string,
  terms: readonly string[],
  zone: Resolver,
): SpfVerdict {
  const record = `v=spf1 ${terms.join(' ')} -all`
  const asking = evaluateSpf({ ip, helo: domain, mailFrom: `postmaster@${domain}` })
  return runSync(asking, (question) => {
    if (question.ask !== 'dns') return undefined
    const { name, type } = question
    if (name !== domain || type !== 'TXT') return zone.query(name, type)
    const strings = record.match(/.{1,255}/gs) ?? []
    return { status: 'ok', records: [{ name, type, ttl: 60, strings }] }
  })
}

function vendorsOf(
  zones: readonly Zone[],
  records: readonly SpfText[],
  own: OwnDomains,
): ReadonlySet<string> {
  const included = records.flatMap(({ text }) =>
    mechanismsOf(parseSpf(text))
      .filter(({ name }) => name === 'include')
      .map(({ text: term }) => term.replace(/^[^:]*:/, '')),
  )
  const aliases = zones
    .flatMap((zone) => zone.records)
    .flatMap(({ record }) =>
      record.type === 'CNAME' && record.name.includes('._domainkey.') && own.has(record.name)
        ? [record.target]
        : [],
    )
  return new Set([...included, ...aliases].filter((name) => !own.has(name)).map(organizationOf))
}

function keyIn(resolver: Resolver, selector: string, domain: string): KeyPlace {
  const answer = resolver.query(nameOf(`${selector}._domainkey.${domain}`), 'TXT')
  const alias = answer.aliases?.find((record) => record.type === 'CNAME')
  if (alias?.type === 'CNAME') return { kind: 'alias', target: alias.target }
  return answer.records.length > 0 ? { kind: 'own' } : { kind: 'absent' }
}
