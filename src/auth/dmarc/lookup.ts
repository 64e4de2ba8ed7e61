import { askDns, type Effect } from '../../core/effects.ts'
import {
  joinedText,
  recordsOf,
  type DnsAnswer,
  type DnsRecord,
  type TextData,
} from '../../core/dns.ts'
import { onceForMany } from '../../core/once.ts'
import type { Place } from '../../core/span.ts'
import type { Step } from '../../core/trace.ts'
import { parseDmarc, type DmarcRecord } from './parse.ts'

/** What stands at `_dmarc` of one domain. */
export interface Lookup {
  readonly domain: string
  /** The one valid record. */
  readonly found?: FoundRecord
  /** How many valid records stand there: over one, none counts (RFC 9989 §4.10). */
  readonly count: number
  /** No server answered: it may work later. */
  readonly failed: boolean
}

export interface FoundRecord {
  readonly domain: string
  readonly record: DmarcRecord
  readonly place?: Place | undefined
}

/** Looks records up, each domain once, and keeps the steps. */
export interface Records {
  at(domain: string): Effect<Lookup>
  /** What was found at a domain that was looked up before. */
  known(domain: string): Lookup | undefined
  readonly steps: readonly Step[]
}

export function dmarcRecords(): Records {
  const lookups = new Map<string, Lookup>()
  const steps: Step[] = []
  return {
    steps,
    known: (domain) => lookups.get(domain),
    at: (domain) => lookUp(domain, lookups, steps),
  }
}

function* lookUp(domain: string, lookups: Map<string, Lookup>, steps: Step[]): Effect<Lookup> {
  const before = lookups.get(domain)
  if (before) return before
  const name = `_dmarc.${domain}`
  const answer = yield* askDns(name, 'TXT')
  const lookup = readLookup(domain, answer)
  lookups.set(domain, lookup)
  steps.push(queryStep(lookup, { question: { ask: 'dns', name, type: 'TXT' }, answer }))
  return lookup
}

/** Records that do not start with `v=DMARC1` are none; of several, none counts (§4.10). */
export function readLookup(domain: string, answer: DnsAnswer): Lookup {
  const failed = answer.status === 'servfail' || answer.status === 'timeout'
  const all = validIn(recordsOf(answer, 'TXT'))
  const [only] = all
  return only && all.length === 1
    ? { domain, count: 1, failed, found: { domain, record: only.record, place: only.place } }
    : { domain, count: all.length, failed }
}

/** Walks meet the same records again and again. */
const validIn = onceForMany((sources: readonly TextRecord[]) => {
  const valid: Omit<FoundRecord, 'domain'>[] = []
  for (const source of sources) {
    const record = parseDmarc(joinedText(source))
    if (record.isDmarc) valid.push({ record, place: source.place })
  }
  return valid
})

type TextRecord = DnsRecord & TextData

const queryStep = (lookup: Lookup, asked: NonNullable<Step['asked']>): Step => ({
  kind: 'dmarc/query',
  text: queryText(lookup, asked.question.name),
  outcome: lookup.failed ? 'error' : lookup.found ? 'continue' : 'note',
  source: { rfc: 9989, section: '4.10' },
  facts: { domain: lookup.domain },
  asked,
  place: lookup.found?.place,
  steps: [],
})

function queryText({ found, count, failed }: Lookup, name: string): string {
  if (failed) return `No server answered for \`${name}\`.`
  if (found) return `\`${name}\` holds \`${found.record.text}\`.`
  return count > 1
    ? `\`${name}\` holds ${count} DMARC records, so none of them counts.`
    : `\`${name}\` holds no DMARC record.`
}
