import type { Diagnostic, TextEdit } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import { openFields } from '../fields/reader.ts'
import { canonicalName, readName } from '../names.ts'
import { checkMarks, hasMarks } from './check-marks.ts'
import { checkText, hasOddCharacters } from './check-text.ts'
import { groupEntries } from './entries.ts'
import { sortWords, type Head } from './head.ts'
import { MAX_GENERATED } from './generate.ts'
import { countMarks, lexZone } from './lexer.ts'
import { problemList, replace, type ProblemList } from './problem.ts'
import { byteOrderMark, carriageReturns, tooLong } from './problems/text.ts'
import { readDirective } from './read-directive.ts'
import { readRecord } from './read-record.ts'
import { reportOutside } from './report-outside.ts'
import type { Reading } from './state.ts'
import type { Entry, Word } from './tokens.ts'
import { wordsOf } from './words.ts'
import { fileNameOf } from './zone-text.ts'
import type { RecordParts, Zone, ZoneEntry } from './zone.ts'

/** UTF-16 units of a zone that are read. */
export const MAX_ZONE = 4_000_000

export interface ParseOptions {
  /** The zone's name; also what relative names end in until `$ORIGIN` changes it. */
  readonly origin: string
  /** The name shown in diagnostics; `example.com.zone` by default. */
  readonly file?: string
}

export interface ParsedZone {
  readonly zone: Zone
  /** In reading order. */
  readonly problems: readonly Diagnostic[]
}

/**
 * Reads a master file (RFC 1035 §5). Takes any text, never throws, and takes linear time. A record
 * with an error is left out of the zone, and reading goes on behind it.
 */
export function parseZone(text: string, options: ParseOptions): ParsedZone {
  const origin = canonicalName(options.origin)
  const file = options.file ?? fileNameOf(origin)
  const problems = problemList(file)
  checkFile(text, problems)
  const read = text.slice(0, MAX_ZONE)
  const reading = openReading(file, read, origin, problems)
  const entries = groupEntries(lexZone(read), read).map((entry) => readEntry(entry, reading))
  const isOtherZone = reportOutside(reading)
  return {
    zone: { file, origin, text, records: reading.records, entries, isOtherZone },
    problems: problems.sorted(),
  }
}

const openReading = (file: string, text: string, apex: string, problems: ProblemList): Reading => ({
  ...{ file, text, apex, problems, records: [], outside: [] },
  ...{ origin: apex, originAt: undefined },
  hasOddCharacters: hasOddCharacters(text),
  hasMarks: hasMarks(text),
  isMisread: false,
  fields: openFields(text, problems.report),
  ...{
    defaultTtl: undefined,
    lastTtl: undefined,
    soaMinimum: undefined,
    owner: undefined,
    ttlMissed: false,
  },
  generateLeft: MAX_GENERATED,
})

function readEntry(entry: Entry, reading: Reading): ZoneEntry {
  const { origin } = reading
  const before = reading.problems.errors()
  const words = entry.kind === 'blank' ? [] : wordsOf(entry, reading.text)
  const head = entry.kind === 'record' ? sortWords(words, entry.lines[0]!.indented) : undefined
  checkText(entry, head, reading, reading.problems.report)
  reading.isMisread = checkMarks(entry, head, reading, reading.problems.report)
  // One cause, one finding: words of an entry that is broken as a text would only be misread.
  const parts =
    reading.problems.errors() === before ? readWords(words, head, entry, reading) : undefined
  const owner = ownerName(head, reading)
  const { kind, span: whole, lines, unclosed, stray } = entry
  const sound = reading.problems.errors() === before
  return { kind, span: whole, lines, unclosed, stray, words, head, parts, owner, origin, sound }
}

/** The name as written, were it as wrong as it may be; else the one that the line inherits. */
function ownerName(head: Head | undefined, { origin, owner, apex }: Reading): string {
  const written = head?.owner
  if (written && !written.quoted) {
    const known = owner?.span === written.span ? owner.name : undefined
    return known ?? readName(written.raw, origin).name
  }
  return owner?.name ?? apex
}

function readWords(
  words: readonly Word[],
  head: Head | undefined,
  entry: Entry,
  reading: Reading,
): RecordParts | undefined {
  if (entry.kind === 'blank') return undefined
  if (entry.kind === 'directive') return void readDirective(words, entry, reading)
  const { indented } = entry.lines[0]!
  return readRecord({ words, head, indented, entry, generated: false }, reading)
}

function checkFile(text: string, { report }: ProblemList): void {
  const marks = span(0, countMarks(text))
  if (marks.to)
    report(byteOrderMark, marks, 'The file starts with an invisible byte order mark.', {
      fixes: [replace('Remove it', marks, '')],
    })
  const first = text.indexOf('\r\n')
  if (first >= 0)
    report(
      carriageReturns,
      span(first, first + 1),
      'Lines of this file end as on Windows: CR LF.',
      {
        fixes: [{ title: 'End lines with LF alone', edits: carriageReturnEdits(text) }],
      },
    )
  if (text.length > MAX_ZONE)
    report(
      tooLong,
      span(MAX_ZONE, text.length),
      `The zone has ${text.length} characters; what stands behind the first ${MAX_ZONE} is not read.`,
    )
}

/** Places that one fix edits each by itself; for more it replaces the whole text. */
const MAX_EDITS = 1000

function carriageReturnEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 1)) {
    if (edits.length === MAX_EDITS)
      return [{ span: span(0, text.length), text: text.replaceAll('\r\n', '\n') }]
    edits.push({ span: span(at, at + 1), text: '' })
  }
  return edits
}
