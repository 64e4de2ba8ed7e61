import { applyEdits, type Diagnostic, type Severity } from '../../core/diagnostic.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { runSync } from '../../core/effects.ts'
import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import { printRecord } from '../../dns/print-record.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone, type ParsedZone } from '../../dns/zone/parse.ts'
import { lintRecords } from '../../lint/lint-records.ts'
import { lintThroughDns, lintZones } from '../../lint/lint-zones.ts'
import { lintStsPolicy } from '../../lint/mta-sts/policy-family.ts'
import type { LinkedText } from '../link/link.ts'
import type { Composed } from './composer.ts'

/** What lint says of something composed. */
export interface ComposedFinding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly why: string
  readonly source: Section
  /** The text that it is in: the domain for the zone's lines, or a file's address. */
  readonly file: string
  readonly span: Span
  /** Ways to fix it, each with the whole text as it would be. */
  readonly fixes: readonly { readonly title: string; readonly text: string }[]
}

/** Records as lines of a zone, with absolute names. */
export const zoneLines = ({ records }: Pick<Composed, 'records'>): string =>
  records.map((record) => `${printRecord(record)}\n`).join('')

/**
 * Judges what was composed, the worst first.
 * @param others More of the zone, as lines: what is wrong there is not reported. With an SOA record they
 *   are the zone's whole rest; otherwise nothing is known of what they do not hold.
 */
export function judge(composed: Composed, domain: string, others: string): ComposedFinding[] {
  const zone = zoneLines(composed)
  const parsed = parseZone(zone + others, { origin: domain, file: domain })
  const isWhole = parsed.zone.records.some(({ record }) => record.type === 'SOA')
  const found = isWhole ? lintZones([parsed]) : lintPart(parsed)
  const hosts = parsed.zone.records.flatMap(({ record }) =>
    record.type === 'MX' && record.name === domain ? [record.exchange] : [],
  )
  const all = [
    ...found
      .filter(({ span }) => span.from < zone.length)
      .map((one) => findingOf(one, { name: domain, text: zone })),
    ...composed.files.flatMap((file) =>
      lintStsPolicy(file.text, { domain, hosts }, file.name).map((one) => findingOf(one, file)),
    ),
  ]
  return all.toSorted((a, b) => HARM.indexOf(a.severity) - HARM.indexOf(b.severity))
}

const HARM: readonly Severity[] = ['error', 'warning', 'info', 'hint']

const UNKNOWN: DnsAnswer = { status: 'timeout', records: [] }
const NOTHING: DnsAnswer = { status: 'nxdomain', records: [] }

/** A tree walk ends here (RFC 9989 §4.10). */
const REGISTRY = /^_dmarc\.[^.]+$/

/** Lints lines that are a part of a zone: what they do not answer is unknown. */
function lintPart({ zone, problems }: ParsedZone): Diagnostic[] {
  const records = zone.records.map(({ record }) => record)
  const resolver = createResolver([zone])
  const through = runSync(lintThroughDns(records), (question) => {
    if (question.ask !== 'dns') return undefined
    const answer = resolver.query(question.name, question.type)
    if (answer.records.length > 0 || answer.aliases?.length) return answer
    return REGISTRY.test(question.name) ? NOTHING : UNKNOWN
  })
  return [...problems, ...lintRecords(records), ...through]
}

function findingOf(found: Diagnostic, { name, text }: LinkedText): ComposedFinding {
  const { code, severity, message, why, source, span } = found
  const fixes = found.fixes.flatMap(({ title, edits }) =>
    edits.every((edit) => edit.file === undefined && edit.span.to <= text.length)
      ? [{ title, text: applyEdits(text, edits) }]
      : [],
  )
  return { code, severity, message, why, source, file: name, span, fixes }
}
