import { askDns, type Asking } from '../../core/ask.ts'
import { joinedText, recordsOf, type DnsAnswer, type TextData } from '../../core/dns.ts'
import type { Place } from '../../core/span.ts'
import { step, type Step } from '../../core/trace.ts'
import { parseDmarc, type DmarcRecord } from './parse.ts'

/** What stands at `_dmarc` of one domain. */
export interface Lookup {
  readonly domain: string
  /** The one valid record. */
  readonly found?: FoundRecord
  /** How many valid records stand there: over one, none counts (RFC 9989 §4.10). */
  readonly count: number
  /** Nobody answered: it may work later. */
  readonly failed: boolean
}

export interface FoundRecord {
  readonly domain: string
  readonly record: DmarcRecord
  readonly place?: Place
}

/** Looks records up, each domain once, and keeps the steps. */
export interface Records {
  at(domain: string): Asking<Lookup>
  readonly steps: readonly Step[]
}

export function dmarcRecords(): Records {
  const known = new Map<string, Lookup>()
  const steps: Step[] = []
  return {
    steps,
    *at(domain) {
      const before = known.get(domain)
      if (before) return before
      const name = `_dmarc.${domain}`
      const answer = yield* askDns(name, 'TXT')
      const lookup = readLookup(domain, answer)
      known.set(domain, lookup)
      steps.push(queryStep(lookup, { question: { ask: 'dns', name, type: 'TXT' }, answer }))
      return lookup
    },
  }
}

/** Records that do not start with `v=DMARC1` are none; of several, none counts (§4.10). */
export function readLookup(domain: string, answer: DnsAnswer): Lookup {
  const failed = answer.status === 'servfail' || answer.status === 'timeout'
  const records = recordsOf(answer, 'TXT')
    .map((record) => ({ record: readOnce(record), place: record.place }))
    .filter(({ record }) => record.isDmarc)
  const [only] = records
  if (records.length !== 1 || !only) return { domain, count: records.length, failed }
  const place = only.place ? { place: only.place } : {}
  return { domain, count: 1, failed, found: { domain, record: only.record, ...place } }
}

const parsed = new WeakMap<TextData, DmarcRecord>()

/** A record's tags, kept for as long as the record object is: walks meet it again and again. */
function readOnce(source: TextData): DmarcRecord {
  const kept = parsed.get(source)
  if (kept) return kept
  const record = parseDmarc(joinedText(source))
  parsed.set(source, record)
  return record
}

function queryStep(
  { domain, found, count, failed }: Lookup,
  asked: NonNullable<Step['asked']>,
): Step {
  const place = found?.place ? { place: found.place } : {}
  const name = `_dmarc.${domain}`
  const text = failed
    ? `Nobody answered for \`${name}\`.`
    : found
      ? `\`${name}\` holds \`${found.record.text}\`.`
      : count > 1
        ? `\`${name}\` holds ${count} DMARC records, so none of them counts.`
        : `\`${name}\` holds no DMARC record.`
  const outcome = failed ? 'error' : found ? 'continue' : 'note'
  return step({
    kind: 'dmarc/query',
    text,
    outcome,
    source: { rfc: 9989, section: '4.10' },
    facts: { domain },
    asked,
    steps: [],
    ...place,
  })
}
