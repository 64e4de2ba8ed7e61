import type { Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord, TextData } from '../core/dns.ts'
import { mapPlain, mappedTextBuilder, type MappedText } from '../core/mapped-text.ts'
import { span, type Span } from '../core/span.ts'
import { lintSpf } from './spf/lint.ts'
import { readRuleExample } from './rule-example.ts'
import { lintZone } from './dns/rules/index.ts'
import { parseZone } from '../dns/zone/parse.ts'

/** An example as it is shown: without its marks, and where they stood. */
export interface Example {
  readonly text: string
  readonly marks: readonly Span[]
}

/** Takes the marks `«…»` out of an example. */
export function readExample(marked: string): Example {
  const marks: Span[] = []
  let text = ''
  let from = 0
  for (const part of marked.split(/(?=[«»])/)) {
    if (part.startsWith('«')) from = text.length
    if (part.startsWith('»')) marks.push(span(from, text.length))
    text += part.replace(/^[«»]/, '')
  }
  return { text, marks }
}

/** The file that diagnostics of examples stand in. */
export const EXAMPLE_FILE = 'example'

/** Lints an example's text as its family reads it; spans and edits count in that text. */
export type LintExample = (text: string) => Diagnostic[]

/** A zone of `example.com`. */
export function lintZoneExample(text: string): Diagnostic[] {
  const { zone, problems } = parseZone(text, { origin: 'example.com', file: EXAMPLE_FILE })
  return [...problems, ...lintZone(zone)]
}

/** Each line a TXT record at `example.com`; `" "` parts strings, `SPF: ` says type 99. */
export function lintSpfExample(text: string): Diagnostic[] {
  let at = 0
  const records = text.split('\n').map((line) => {
    const record = spfRecord(line, at)
    at += line.length + 1
    return record
  })
  return records.flatMap((record) => lintSpf(record, records))
}

const TYPE_99 = 'SPF: '
const BETWEEN_STRINGS = '" "'

function spfRecord(line: string, start: number): DnsRecord & TextData {
  const isType99 = line.startsWith(TYPE_99)
  const strings = (isType99 ? line.slice(TYPE_99.length) : line).split(BETWEEN_STRINGS)
  const text = mappedTextBuilder()
  let at = start + (isType99 ? TYPE_99.length : 0)
  for (const string of strings) {
    text.add(string, span(at, at + string.length))
    at += string.length + BETWEEN_STRINGS.length
  }
  const whole = span(start, start + line.length)
  return placed(
    { name: 'example.com', ttl: 3600, type: isType99 ? 'SPF' : 'TXT', strings },
    whole,
    text.build(),
  )
}

/** What a family says of the first record, with its neighbours known. */
export type LintRecord = (record: DnsRecord & TextData, all: readonly DnsRecord[]) => Diagnostic[]

/** The first line is the record, alone or behind `owner TXT`; the lines below are its neighbours. */
export const lintRecordExample =
  (owner: string, lint: LintRecord): LintExample =>
  (text) => {
    const { record, all } = readRuleExample(text, owner)
    const [line = ''] = text.split('\n')
    const value = record.strings.join('')
    const here = placed(record, span(0, line.length), mapPlain(value, line.length - value.length))
    return lint(
      here,
      all.map((one) => (one === record ? here : one)),
    )
  }

const placed = (
  record: DnsRecord & TextData,
  whole: Span,
  text: MappedText,
): DnsRecord & TextData => ({ ...record, place: { file: EXAMPLE_FILE, span: whole }, text })
