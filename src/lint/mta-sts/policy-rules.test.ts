import { expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import { lintStsPolicy } from './policy-family.ts'

const of = (code: string, found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter((one) => one.code === code)

test.each([
  ['\tmode: none', ['mode: none']],
  [' .mode: none', []],
])('a space before a key is taken out where a key is left: %j', (line, fixed) => {
  const found = of('mta-sts/line-syntax', lintStsPolicy(line, { domain: 'example.com', hosts: [] }))
  expect(found.flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(line, edits)))).toEqual(
    fixed,
  )
})
