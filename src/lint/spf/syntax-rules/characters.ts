import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import { codeOf, inAscii, isInvisible } from '../look-alikes.ts'
import type { RecordProblem } from '../../../auth/spf/record.ts'
import { spoiltVersion } from './version.ts'
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
    const spoilt = spoiltVersion(subject)
    for (const finding of reportProblems(subject, isKind('character'), (found) =>
      repair(subject, found),
    ))
      if (!spoilt || finding.span.from >= spoilt.to)
        yield { ...finding, message: messageFor(slice(subject.text, finding.span)) }
  },
})

function messageFor(written: string): string {
  const [character = ''] = written
  if (isInvisible(character))
    return `An invisible character (${codeOf(character)}) stands here; SPF knows only the plain space.`
  return `\`${written}\` (${codeOf(character)}) is not ASCII, and breaks the record.`
}

function repair(subject: SpfSubject, { span }: RecordProblem): Fix[] {
  const plain = inAscii(slice(subject.text, span))
  if (plain === undefined) return []
  return [replace(titleFor(plain), span, plain)]
}

const titleFor = (plain: string): string =>
  plain === '' ? 'Remove it' : plain === ' ' ? 'Write a plain space' : `Write \`${plain}\``
