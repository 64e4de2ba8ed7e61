import { joinedText } from '../../core/dns.ts'
import { isWithin, normalizeName } from '../../core/domain.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { LinkedText } from '../link/link.ts'
import { composeLimits, type ComposerId, type Values } from './composer.ts'
import { composers } from './index.ts'

/** What was found in texts, to be chosen anew. */
export interface ReadTexts {
  /** Whose records they are; absent where no name says so. */
  readonly domain?: string
  /** What the fields of each kind get; a kind is here once. */
  readonly found: readonly { readonly id: ComposerId; readonly values: Values }[]
  /** Parts of the records that no field stands for. */
  readonly dropped: readonly string[]
}

/** A record of a text, and the name it has. */
interface NamedText {
  /** Before the domain; empty where it is unknown or the domain’s own. */
  readonly owner: string
  readonly text: string
}

/**
 * Reads records out of what somebody has: a bare record, lines of a zone, a policy file. Never throws.
 * @param domain What the texts' names are taken to be below, if they are.
 */
export function readTexts(texts: readonly LinkedText[], domain: string): ReadTexts {
  const found = new Map<ComposerId, Values>()
  const dropped: string[] = []
  let whose: string | undefined
  for (const { name, text } of texts.slice(0, MOST_TEXTS)) {
    const given = text.slice(0, composeLimits.pasted)
    const zone = namedTexts(given, isName(name) ? normalizeName(name) : domain)
    whose ??= zone.domain
    for (const one of zone.texts.length > 0 ? zone.texts : [{ owner: '', text: bare(given) }])
      for (const composer of composers) {
        const read = composer.read(one.text, one.owner)
        if (!read) continue
        found.set(composer.id, { ...found.get(composer.id), ...read.values })
        dropped.push(...read.dropped)
        break
      }
  }
  return {
    ...(whose !== undefined && { domain: whose }),
    found: [...found].map(([id, values]) => ({ id, values })),
    dropped,
  }
}

const MOST_TEXTS = 20

const isName = (text: string): boolean => /^[\w-]+(?:\.[\w-]+)+\.?$/.test(text)

/** A record as panels show it: perhaps in quotes. A policy file keeps its lines. */
const bare = (text: string): string =>
  /^version:/i.test(text.trimStart())
    ? text.trimStart()
    : text.trim().replace(/"\s+"/g, '').replace(/^"|"$/g, '')

/** Labels that mail's records have before the domain. */
const LABELS = /^(?:(.*\.)?(_dmarc|_domainkey|_bimi|_mta-sts|mta-sts|_smtp\._tls)\.)(.+)$/i

/** Lines as they are read below a domain, or, where they are of another, by their absolute names. */
function namedTexts(text: string, domain: string): ReturnType<typeof textsOfZone> {
  const [below, absolute] = [textsOfZone(text, domain), textsOfZone(text, '')]
  return absolute.texts.length > below.texts.length ? absolute : below
}

/** The texts of a zone's lines, and addresses of the policy's host as a text of their own. */
function textsOfZone(text: string, origin: string): { domain?: string; texts: NamedText[] } {
  const { zone } = parseZone(text, { origin })
  const texts: NamedText[] = []
  let domain: string | undefined
  for (const { record } of zone.records) {
    if (record.type !== 'TXT') continue
    const whose = LABELS.exec(record.name)?.[3] ?? record.name
    domain ??= whose
    const owner = isWithin(record.name, whose) ? record.name.slice(0, -whose.length - 1) : ''
    texts.push({ owner, text: joinedText(record) })
  }
  const web = zone.records.flatMap(({ record }) => {
    if (!record.name.startsWith('mta-sts.')) return []
    if (record.type === 'CNAME') return [record.target]
    return record.type === 'A' || record.type === 'AAAA' ? [record.address] : []
  })
  return { ...(domain !== undefined && { domain }), texts: [...texts, ...webText(web)] }
}

/** Where the policy's host is, in the form that the composer of MTA-STS reads. */
const webText = (web: readonly string[]): NamedText[] =>
  web.length > 0 ? [{ owner: 'mta-sts', text: web.join('\n') }] : []
