import { describe, expect, test } from 'vitest'
import { applyEdits } from '../core/diagnostic.ts'
import { allRules } from './all-rules.ts'
import { EXAMPLE_FILE, readExample } from './rule-examples.ts'

test('every code stands once', () =>
  expect(new Set(allRules.map(({ code }) => code)).size).toBe(allRules.length))

describe.each(allRules)('$code', ({ code, bad, good, lintExample }) => {
  const found = (text: string) => lintExample(text).filter((one) => one.code === code)

  test.each(bad)('finds what is marked, where it is shown: %j', (example) => {
    const { text, marks } = readExample(example)
    const spans = found(text).map(({ span }) => span)
    expect(spans.toSorted((a, b) => a.from - b.from)).toEqual(marks)
    for (const { file } of found(text)) expect(file).toBe(EXAMPLE_FILE)
  })

  test.each(good)('is silent: %j', (example) => expect(found(example)).toEqual([]))

  test.each(bad)('its fixes mend the text as shown: %j', (example) => {
    const { text } = readExample(example)
    const before = found(text).length
    for (const { fixes } of found(text))
      for (const { edits } of fixes)
        expect(found(applyEdits(text, edits)).length).toBeLessThan(before)
  })
})
