import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import type { Span } from '../../core/span.ts'
import { lintSpf } from './lint.ts'
import type { TextRecord } from '../../auth/spf/published.ts'
import { spfRules } from './rules/index.ts'

/** One line of an example: its record, and the spans it marks. */
interface Line {
  readonly record: TextRecord
  readonly marks: readonly Span[]
}

/** Each line is a record at example.com; `" "` parts strings, `SPF: ` says type 99, `«…»` marks. */
function readExample(example: string): Line[] {
  return example.split('\n').map((line) => {
    const isType99 = line.startsWith('SPF: ')
    const { text, marks } = readMarks(isType99 ? line.slice(5) : line)
    const strings = text.split('" "')
    const record = {
      name: 'example.com',
      ttl: 3600,
      type: isType99 ? 'SPF' : 'TXT',
      strings,
    } as const
    return { record, marks }
  })
}

/** Marks count in the joined text, where `" "` has no width. */
function readMarks(marked: string): { text: string; marks: Span[] } {
  const joined = marked.replaceAll('" "', '')
  const marks: Span[] = []
  let seen = 0
  let from = 0
  for (const [at, letter] of [...joined].map((l, i) => [i, l] as const)) {
    if (letter === '«') from = at - seen++
    if (letter === '»') marks.push({ from, to: at - seen++ })
  }
  return { text: marked.replace(/[«»]/g, ''), marks }
}

const recordsIn = (lines: readonly Line[]): DnsRecord[] => lines.map(({ record }) => record)

const lintLine = ({ record }: Line, lines: readonly Line[]): Diagnostic[] =>
  lintSpf(record, recordsIn(lines))

const of = (code: string, found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter((one) => one.code === code)

const errorsBeside = (code: string, found: readonly Diagnostic[]): string[] =>
  found.filter((one) => one.severity === 'error' && one.code !== code).map((one) => one.code)

describe.each(spfRules)('$code', (rule) => {
  test.each(rule.bad)('finds %s', (example) => {
    const lines = readExample(example)
    for (const line of lines) {
      const found = lintLine(line, lines)
      expect(of(rule.code, found).map(({ span }) => span)).toEqual(line.marks)
      expect(errorsBeside(rule.code, found)).toEqual([])
    }
    expect(lines.flatMap(({ marks }) => marks)).not.toEqual([])
  })

  test.each(rule.good)('is silent for %s', (example) => {
    const lines = readExample(example)
    for (const line of lines) {
      const found = lintLine(line, lines)
      expect(of(rule.code, found)).toEqual([])
      expect(errorsBeside(rule.code, found)).toEqual([])
    }
  })

  test.each(fixesOf(rule.code, rule.bad))('$title mends $text', ({ line, lines, finding, fix }) => {
    const text = applyEdits(line.record.strings.join(''), fix.edits)
    const mended = { ...line, record: { ...line.record, strings: [text] } }
    const found = lintLine(mended, [mended, ...lines.filter((other) => other !== line)])
    const before = of(rule.code, lintLine(line, lines)).length
    expect(of(rule.code, found).length, text).toBeLessThan(before)
    expect(errorsBeside(rule.code, found), text).toEqual([])
    expect(finding.fixes.length).toBeGreaterThan(0)
  })
})

function fixesOf(code: string, bad: readonly string[]) {
  return bad.flatMap((example) => {
    const lines = readExample(example)
    return lines.flatMap((line) =>
      of(code, lintLine(line, lines)).flatMap((finding) =>
        finding.fixes.map((fix) => ({
          title: fix.title,
          text: example.replaceAll('\n', ' ⏎ '),
          ...{ line, lines, finding, fix },
        })),
      ),
    )
  })
}

test('every rule has its own code, and both kinds of examples', () => {
  expect(new Set(spfRules.map(({ code }) => code)).size).toBe(spfRules.length)
  for (const rule of spfRules) {
    expect(rule.code).toMatch(/^spf\/[a-z\d-]+$/)
    expect(rule.bad.length * rule.good.length, rule.code).toBeGreaterThan(0)
  }
})
