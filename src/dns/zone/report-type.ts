import { editDistance } from '../../core/text/edit-distance.ts'
import { span } from '../../core/span.ts'
import { reportBareText } from './bare-text.ts'
import { openFields } from '../fields/reader.ts'
import { recordTypes } from '../records/index.ts'
import { readHead, type Head } from './head.ts'
import { problemList, replace } from './problem.ts'
import { indentedOwner, missingType, ownerMissing, unknownType } from './problems/records.ts'
import { readData } from './read-data.ts'
import { stateOwner } from './read-head.ts'
import { mayStandAtApex, type Reading, type RecordSource } from './state.ts'
import type { Word } from './tokens.ts'
import type { RecordParts } from './zone.ts'
import { typeNumber } from './type-numbers.ts'

/** Reports why no type was found in a record's line: a space too few, one too many, or a typo. */
export function reportNoType(head: Head, source: RecordSource, reading: Reading): void {
  if (source.words.length === 0) return
  if (head.type && isType(head.owner) && isMeantAsType(head.owner, source, reading))
    return reportOwnerMissing(head.owner, source, reading)
  if (reportBareText(head, source, reading)) return
  if (head.type && source.indented && isType(readHead(source.words, false).type))
    return reportIndented(source, reading)
  if (head.owner) reading.owner = stateOwner(head.owner, reading)
  if (head.type) reportUnknown(head.type, { head, source }, reading)
  else reportMissing(source.words.at(-1)!, reading)
}

const isType = (word: Word | undefined): word is Word =>
  word !== undefined && !word.quoted && typeNumber(word.raw) !== undefined

/** `MX 10 mail` at the start of a line lacks its owner; in `a FOO b` the second word is at fault. */
function isMeantAsType(owner: Word, { words, entry }: RecordSource, reading: Reading): boolean {
  if (owner.raw === owner.raw.toUpperCase()) return true
  const { data } = readHead(words, true)
  const source = { words, indented: true, entry, generated: false }
  return canBeRead({ type: owner, data }, typeNumber(owner.raw)!, source, reading)
}

/** Whether the words are sound data of a type. */
function canBeRead(
  parts: RecordParts,
  type: number,
  source: RecordSource,
  reading: Reading,
): boolean {
  const tried = problemList(reading.file)
  const fields = openFields(reading.text, tried.report)
  return readData(parts, type, source, { ...reading, fields }) !== undefined && !tried.errors()
}

function reportOwnerMissing(owner: Word, { entry }: RecordSource, reading: Reading): void {
  const start = entry.lines[0]!.span.from
  const above = replace('Give it to the name above: start with a space', span(start, start), ' ')
  const here = replace('Give it to the zone itself: `@`', span(start, start), '@ ')
  reading.problems.report(
    ownerMissing,
    owner.span,
    `\`${owner.raw}\` stands at the very start of its line, so it is read as a name and not as a type.`,
    {
      fixes: [...(reading.owner ? [above] : []), ...(mayStandAtApex(owner) ? [here] : [])],
    },
  )
}

function reportIndented({ words, entry }: RecordSource, { problems }: Reading): void {
  const [first] = words
  problems.report(
    indentedOwner,
    first!.span,
    `The line starts with a space, so \`${first!.raw}\` is read as a type and not as a name.`,
    {
      fixes: [replace('Remove the space', span(entry.lines[0]!.span.from, entry.span.from), '')],
    },
  )
}

function reportMissing(last: Word, { problems }: Reading): void {
  problems.report(
    missingType,
    last.span,
    'The line ends before its type: `www A 192.0.2.1` has a name, a type and its data.',
  )
}

/** What providers offer beside the DNS; a zone file knows none of them. */
const PROVIDERS_OWN = /^(ALIAS|ANAME|FLATTEN|URL|REDIRECT|FORWARD)$/i

interface Unknown {
  readonly head: Head
  readonly source: RecordSource
}

function reportUnknown(word: Word, { head, source }: Unknown, reading: Reading): void {
  const near = word.quoted ? undefined : nearestType(word.raw)
  const parts = { type: word, data: head.data }
  const repairs = near !== undefined && canBeRead(parts, typeNumber(near)!, source, reading)
  const message = PROVIDERS_OWN.test(word.raw)
    ? `\`${word.raw}\` is a service of some DNS providers, not a record type: the name server itself looks the target up.`
    : `\`${word.raw}\` is the name of no record type.`
  const asking = near ? `${message} Did you mean \`${near}\`?` : message
  reading.problems.report(unknownType, word.span, asking, {
    fixes: repairs ? [replace(`Write \`${near}\``, word.span, near)] : [],
  })
}

/** Longer words are no slip of a key. */
const LONGEST_SLIP = 8

function nearestType(word: string): string | undefined {
  if (word.length > LONGEST_SLIP || !/^[a-z]/i.test(word) || PROVIDERS_OWN.test(word))
    return undefined
  const allowed = word.length > 3 ? 2 : 1
  return recordTypes
    .map(({ type }) => ({ type, steps: editDistance(type, word.toUpperCase()) }))
    .filter(({ steps }) => steps <= allowed)
    .toSorted((a, b) => a.steps - b.steps)[0]?.type
}
