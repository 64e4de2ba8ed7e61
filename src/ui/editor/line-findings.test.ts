import { describe, expect, test } from 'vitest'
import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import { findingFrom, lineFindings } from './line-findings.ts'

const text = '$TTL 1\n@ TXT "a"\n@ TXT "b"\n'

const found = (code: string, from: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  ...{
    code,
    messageId: code,
    severity: 'error' as Severity,
    file: 'zone',
    span: { from, to: from },
  },
  ...{ message: code, source: { rfc: 7208, section: '4.5' }, why: '', related: [], fixes: [] },
  ...more,
})
const other = { file: 'zone', span: { from: 0, to: 1 }, message: 'the other one' }
const fixes = [{ title: 'Merge', edits: [] }]

const fixOf = (from: number, to: number) => ({
  title: 'Fix',
  edits: [{ span: { from, to }, text: 'x' }],
})

const shown = (...all: readonly Diagnostic[]) =>
  lineFindings(text, all).map(({ line, first, more }) => [
    line,
    first.code,
    ...more.map(({ code }) => code),
  ])

describe('one finding a line', () => {
  test.each([
    ['nothing', [], []],
    [
      'two lines, in order',
      [found('b', 20), found('a', 3)],
      [
        [1, 'a'],
        [3, 'b'],
      ],
    ],
    ['the first of two', [found('a', 8), found('b', 10)], [[2, 'a', 'b']]],
    [
      'an error before a warning',
      [found('w', 8, { severity: 'warning' }), found('e', 10)],
      [[2, 'e', 'w']],
    ],
    [
      'what is wrong with what stands there before what could be added',
      [
        found('add', 8, { severity: 'warning', fixes: [fixOf(12, 12)] }),
        found('wrong', 10, { severity: 'warning', fixes: [fixOf(10, 12)] }),
        found('unfixed', 11, { severity: 'warning' }),
        found('error', 11, { fixes: [fixOf(12, 12)] }),
      ],
      [[2, 'error', 'wrong', 'unfixed', 'add']],
    ],
    [
      'a warning of the syntax before the errors that it leads to',
      [found('spf/glued', 8), found('zone/unquoted', 10, { severity: 'warning' })],
      [[2, 'zone/unquoted', 'spf/glued']],
    ],
  ])('%s', (_, all, expected) => expect(shown(...all)).toEqual(expected))

  test('one fault in two lines stands at the last, with the fix of the first', () => {
    const [one, ...rest] = lineFindings(text, [
      found('spf/two', 8, { related: [other], fixes }),
      found('spf/two', 18, { related: [other] }),
    ])
    expect([one?.line, one?.first.fixes, rest]).toEqual([3, fixes, []])
  })

  test('its key stays when lines come above it', () => {
    const key = (before: string) =>
      lineFindings(before + text, [found('a', before.length + 8)])[0]!.key
    expect(key('; one more\n')).toBe(key(''))
  })
})

describe('going from finding to finding', () => {
  const all = lineFindings(text, [found('a', 8), found('b', 18)])
  test.each([
    ['ahead', 0, 1, 'a'],
    ['ahead from the first', 8, 1, 'b'],
    ['round the end', 20, 1, 'a'],
    ['back', 20, -1, 'b'],
    ['back from the last', 18, -1, 'a'],
    ['round the start', 8, -1, 'b'],
  ] as const)('%s', (_, at, step, code) =>
    expect(findingFrom(all, at, step)?.first.code).toBe(code),
  )
  test('nowhere where there is none', () => expect(findingFrom([], 3, 1)).toBeUndefined())
})
