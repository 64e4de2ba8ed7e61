import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import { readMarks } from '../../dns/testing/marks.ts'
import { lintStsPolicy, type PolicyContext } from './lint.ts'
import { policyRules } from './policy-rules/index.ts'
import { stsRules } from './rules/index.ts'

/** Lines that begin with `> ` tell what is known beside the file. */
function readExample(example: string): { text: string; context: PolicyContext } {
  const lines = example.split('\n')
  const known = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  const said = (word: string): string | undefined =>
    known.find((line) => line.startsWith(word))?.slice(word.length)
  const [, id = '', text = ''] = /^(\S+) (.*)$/.exec(said('before ') ?? '') ?? []
  const [contentType, now] = [said('Content-Type: '), said('id ')]
  return {
    text: lines.filter((line) => !line.startsWith('> ')).join('\n'),
    context: {
      domain: 'example.com',
      hosts: known.flatMap((line) => /^MX (.*)$/.exec(line)?.[1] ?? []),
      ...(contentType === undefined ? {} : { contentType }),
      ...(now === undefined ? {} : { id: now }),
      ...(id && { before: { id, text: text.replaceAll('|', '\n') } }),
    },
  }
}

const of = (code: string, found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter((one) => one.code === code)

const errors = (found: readonly Diagnostic[]): number =>
  found.filter(({ severity }) => severity === 'error').length

test('every code stands once', () => {
  const codes = [...policyRules, ...stsRules].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^mta-sts\/[a-z-]+$/)
})

describe.each(policyRules)('$code', (rule) => {
  test.each(rule.bad)('finds %j, and each fix mends it', (example) => {
    const { text: marked, context } = readExample(example)
    const { text, marks } = readMarks(marked)
    const found = lintStsPolicy(text, context)
    expect(marks.length).toBeGreaterThan(0)
    expect(of(rule.code, found).map(({ span }) => span)).toEqual(marks)
    for (const { fixes } of of(rule.code, found))
      for (const { edits } of fixes) {
        const mended = lintStsPolicy(applyEdits(text, edits), context)
        expect(of(rule.code, mended).length).toBeLessThan(marks.length)
        expect(errors(mended)).toBeLessThanOrEqual(errors(found))
      }
  })

  test.each(rule.good)('is silent for %j', (example) => {
    const { text, context } = readExample(example)
    const found = lintStsPolicy(text, context)
    expect(of(rule.code, found)).toEqual([])
    expect(errors(found)).toBe(0)
  })
})

test.each([
  ['\tmode: none', ['mode: none']],
  [' .mode: none', []],
])('a space before a key is taken out where a key is left: %j', (line, mended) => {
  const found = of('mta-sts/line-syntax', lintStsPolicy(line, { domain: 'example.com', hosts: [] }))
  expect(found.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(line, edits)))).toEqual(
    mended,
  )
})
