import type { Log, ReportingDescriptor, Region, Result } from 'sarif'
import type { Diagnostic, Severity } from '../../../core/diagnostic.ts'
import { sectionLabel, sectionUrl, type Section } from '../../../core/section.ts'
import type { Span } from '../../../core/span.ts'
import { allRules } from '../../../lint/all-rules.ts'
import { positionIn } from '../../../cli/position.ts'
import type { Report, Verdict } from '../../../cli/report.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

type Level = 'error' | 'warning' | 'note'

/** SARIF has no level below a note. */
const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

/** A report as SARIF 2.1.0, with the metadata of every rule that found something. */
export function renderSarif({ findings, sources, verdict }: Report, version: string): string {
  const missed = verdict?.hope === 'missed' ? verdict : undefined
  const rules = [...ruleDescriptors(findings), ...(missed ? [verdictDescriptor(missed)] : [])]
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const results = [
    ...findings.map((found) => findingResult(found, sources)),
    ...(missed ? [verdictResult(missed, sources)] : []),
  ]
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'helo-world', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({
          ...result,
          ruleIndex: indexOf.get(result.ruleId ?? '') ?? -1,
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleDescriptors(findings: readonly Diagnostic[]): ReportingDescriptor[] {
  const first = new Map(findings.toReversed().map((found) => [found.code, found]))
  return [...first.values()].reverse().map(({ code, severity, source, why }) => {
    const level = allRules.find((rule) => rule.code === code)?.severity ?? severity
    return descriptor(code, LEVELS[level], why, source)
  })
}

const descriptor = (
  id: string,
  level: Level,
  why: string,
  source?: Section,
): ReportingDescriptor => ({
  id,
  name: id.replace(/(?:^|[/-])(\w)/g, (_, character: string) => character.toUpperCase()),
  shortDescription: { text: why.split(/(?<=[.?!]) /)[0]! },
  fullDescription: { text: why },
  help: { text: source ? `${why} ${sectionLabel(source)}` : why },
  ...(source && { helpUri: sectionUrl(source) }),
  defaultConfiguration: { level },
})

const verdictDescriptor = ({ kind, trace }: Verdict): ReportingDescriptor =>
  descriptor(
    verdictId(kind),
    'error',
    `The verdict of ${kind} is not the one that mail needs to arrive.`,
    trace.source,
  )

const verdictId = (kind: string): string => `verdict/${kind}`

type Sources = ReadonlyMap<string, string>

function findingResult(found: Diagnostic, sources: Sources): Result {
  const at = (file: string, span: Span) => location(file, span, sources)
  return {
    ruleId: found.code,
    level: LEVELS[found.severity],
    message: { text: found.message },
    locations: [at(found.file, found.span)],
    ...(found.related.length > 0 && {
      relatedLocations: found.related.map(({ file, span, message }, id) => ({
        id,
        message: { text: message },
        ...at(file, span),
      })),
    }),
    ...(found.fixes.length > 0 && {
      fixes: found.fixes.map((fix) => sarifFix(fix, found, sources)),
    }),
  }
}

function sarifFix(
  { title, edits }: Diagnostic['fixes'][number],
  found: Diagnostic,
  sources: Sources,
) {
  const files = new Set(edits.map(({ file = found.file }) => file))
  return {
    description: { text: title },
    artifactChanges: [...files].map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter((edit) => (edit.file ?? found.file) === file)
        .map(({ span, text }) => ({
          deletedRegion: regionOf(span, sources.get(file) ?? ''),
          insertedContent: { text },
        })),
    })),
  }
}

const verdictResult = ({ kind, result, reason, place }: Verdict, sources: Sources): Result => ({
  ruleId: verdictId(kind),
  level: 'error',
  message: { text: `${kind}: ${result}. ${reason}` },
  ...(place && { locations: [location(place.file, place.span, sources)] }),
})

const location = (file: string, span: Span, sources: Sources) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    region: regionOf(span, sources.get(file) ?? ''),
  },
})

function regionOf({ from, to }: Span, text: string): Region {
  const start = positionIn(text, from)
  const end = positionIn(text, to)
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: from,
    charLength: to - from,
  }
}

/** A path as a URI; what is one already (`dns:…`) stays. */
function uriOf(file: string): string {
  if (file.startsWith('dns:')) return file
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  if (/^[a-z]%3A\//i.test(path)) return `file:///${path.replace('%3A', ':')}`
  return path.startsWith('/') ? `file://${path}` : path
}
