import type { Fix } from '../../core/diagnostic.ts'
import { span, type Span } from '../../core/span.ts'
import type { Head } from './head.ts'
import { replace } from './problem.ts'
import { missingType } from './problems/records.ts'
import { stateOwner } from './read-head.ts'
import { isTextOwner, RECORD_TEXT } from './second-look.ts'
import type { Reading, RecordSource } from './state.ts'
import type { Word } from './tokens.ts'

/** Where records of the whole zone stand, by what their text begins with. */
const NAMES: Readonly<Record<string, string>> = {
  'v=spf1': '@',
  'v=dmarc1': '_dmarc',
  'v=stsv1': '_mta-sts',
  'v=tlsrptv1': '_smtp._tls',
  'v=bimi1': 'default._bimi',
}

/**
 * Reports the text of a record that was written without its name and type, or without its type.
 * @returns Whether it is one; then nothing else is to be reported.
 */
export function reportBareText(head: Head, source: RecordSource, reading: Reading): boolean {
  const { owner, type } = head
  if (owner && (isTextOwner(owner) || (owner.quoted && !type))) reportAlone(owner, source, reading)
  else if (type && (RECORD_TEXT.test(type.raw) || (type.quoted && !source.indented)))
    reportNoTypeBefore(type, head, source, reading)
  else return false
  return true
}

function reportAlone(word: Word, source: RecordSource, reading: Reading): void {
  const begin = RECORD_TEXT.exec(word.raw)?.[0]
  const name = begin && NAMES[begin.toLowerCase()]
  reading.owner = { name: undefined, span: word.span }
  reading.problems.report(
    missingType,
    word.span,
    `${what(begin)} The name and the type stand in front of it: \`${name ?? 'name'} TXT "${begin ?? '…'}${begin ? ' …' : ''}"\`.`,
    {
      fixes:
        name && reading.origin === reading.apex ? fixes(word, `${name} `, source, reading) : [],
    },
  )
}

function reportNoTypeBefore(word: Word, head: Head, source: RecordSource, reading: Reading): void {
  if (head.owner) reading.owner = stateOwner(head.owner, reading)
  const begin = RECORD_TEXT.exec(word.raw)?.[0]
  reading.problems.report(
    missingType,
    word.span,
    `${begin ? what(begin) : 'A text in quotes is no type.'} The type \`TXT\` stands in front of it.`,
    { fixes: fixes(word, '', source, reading) },
  )
}

const what = (begin: string | undefined): string =>
  begin ? `\`${begin}\` begins the text of a record.` : 'This is the text of a record.'

/** Puts what is missing in front, and the whole text in quotes; not where quotes stand in it. */
function fixes(word: Word, name: string, source: RecordSource, reading: Reading): Fix[] {
  if (source.generated || source.entry.lines.length > 1) return []
  const at = word.quoted ? word.span : wholeText(word, source)
  const text = word.quoted ? word.raw : reading.text.slice(at.from, at.to)
  const title = name ? `Write \`${name}TXT\` before it` : 'Write `TXT` before it'
  return !word.quoted && text.includes('"') ? [] : [replace(title, at, `${name}TXT "${text}"`)]
}

/** To the last word; and over a `;`, which parts the tags of all texts but SPF's, to the line's end. */
function wholeText(word: Word, { words, entry }: RecordSource): Span {
  const isList = !/^v=spf1/i.test(word.raw)
  const [line] = entry.lines
  const last = isList ? line!.tokens.at(-1)!.span : words.at(-1)!.span
  return span(word.span.from, last.to)
}
