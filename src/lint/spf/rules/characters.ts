import type { Fix } from '../../../core/diagnostic.ts'
import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import type { RecordProblem } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const characters = defineRule<SpfSubject>({
  code: 'spf/characters',
  severity: 'error',
  source: { rfc: 7208, section: '3.1' },
  why: 'SPF records are ASCII. Word processors and web pages turn hyphens, quotes and spaces into others that look alike.',
  bad: [
    'v=spf1 mx «–»all',
    'v=spf1 mx«\u00a0»-all',
    'v=spf1 mx«\t»-all',
    'v=spf1 include:b«ü»cher.example.org -all',
    'v=spf1 mx -all«”»',
  ],
  good: ['v=spf1 mx -all', 'v=spf1 include:xn--bcher-kva.example.org -all'],
  *check(subject) {
    for (const finding of reportProblems(subject, isKind('character'), (found) =>
      repair(subject, found),
    ))
      yield { ...finding, message: messageFor(readable(slice(subject.text, finding.span))) }
  },
})

function messageFor(written: string): string {
  const [character = ''] = written
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  if (/[\p{Z}\p{C}]/u.test(character))
    return `An invisible character (${code}) stands here; SPF knows only the plain space.`
  return `\`${written}\` (${code}) is not ASCII, and breaks the record.`
}

/** TXT data holds octets; what they spell in UTF-8, if they do. */
const readable = (text: string): string =>
  /[^\0-\xff]/.test(text) ? text : (fromStrictUtf8(latin1(text)) ?? text)

const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/[\u223c\uff5e]/gu, '~'],
  [/[\p{Z}\t\r\n]+/gu, ' '],
  [/[\u2018-\u201f\p{C}]/gu, ''],
]

function repair(subject: SpfSubject, { span }: RecordProblem): Fix[] {
  const written = readable(slice(subject.text, span))
  const plain = LOOK_ALIKES.reduce((text, [like, ascii]) => text.replace(like, ascii), written)
  if (/[^ -~]/.test(plain)) return []
  return [replace(titleFor(plain), span, plain)]
}

const titleFor = (plain: string): string =>
  plain === '' ? 'Remove it' : plain === ' ' ? 'Write a plain space' : `Write \`${plain}\``
