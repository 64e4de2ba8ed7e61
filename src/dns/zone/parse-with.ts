import type { Diagnostic } from '../../core/diagnostic.ts'
import { openFields } from '../fields/reader.ts'
import { canonicalName, readName } from '../names.ts'
import { groupEntries } from './entries.ts'
import { sortWords, type Head } from './head.ts'
import { lexZone } from './lexer.ts'
import { problemList } from './problem.ts'
import { readDirective } from './read-directive.ts'
import { readRecord } from './read-record.ts'
import { hasMarks, hasOddCharacters, isOddFile, isUnbalanced, MAX_ZONE } from './second-look.ts'
import { MAX_GENERATED, type Reading, type ZoneLanguage } from './state.ts'
import type { Entry, Word } from './tokens.ts'
import { wordsOf } from './words.ts'
import { fileNameOf } from './zone-text.ts'
import type { RecordParts, Zone, ZoneEntry } from './zone.ts'

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

/** Does what `parseZone` does with a language of the caller's. */
export function parseZoneWith(
  language: ZoneLanguage,
  text: string,
  options: ParseOptions,
): ParsedZone {
  const origin = canonicalName(options.origin)
  const file = options.file ?? fileNameOf(origin)
  const problems = problemList(file)
  if (isOddFile(text)) language.checkFile(text, problems)
  const read = text.slice(0, MAX_ZONE)
  const reading = openReading({ language, file, text: read, apex: origin, problems })
  const entries = groupEntries(lexZone(read), read).map((entry) => readEntry(entry, reading))
  const isOtherZone = reading.outside.length > 0 && language.reportOutside(reading)
  return {
    zone: { file, origin, text, records: reading.records, entries, isOtherZone },
    problems: problems.sorted(),
  }
}

type Given = Pick<Reading, 'language' | 'file' | 'text' | 'apex' | 'problems'>

const openReading = (given: Given): Reading => ({
  ...{ ...given, records: [], outside: [] },
  ...{ origin: given.apex, originAt: undefined },
  hasOddCharacters: hasOddCharacters(given.text),
  hasMarks: hasMarks(given.text),
  isMisread: false,
  fields: openFields(given.text, given.problems.report),
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
  const { language, hasMarks, hasOddCharacters } = reading
  if (hasOddCharacters || isUnbalanced(entry)) language.checkText(entry, head, reading)
  reading.isMisread = hasMarks && language.checkMarks(entry, head, reading)
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
