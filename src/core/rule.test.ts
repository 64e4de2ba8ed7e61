import { expect, test } from 'vitest'
import { applyEdits } from './diagnostic.ts'
import { mappedTextBuilder } from './mapped-text.ts'
import { defineRule, runRules } from './rule.ts'
import { slice, span } from './span.ts'

const noShouting = defineRule<string>({
  code: 'test/no-shouting',
  severity: 'hint',
  source: { rfc: 1855, section: '2.1.1' },
  why: 'Upper case looks as if one were shouting.',
  bad: ['«HELLO»'],
  good: ['hello'],
  *check(text) {
    for (const { 0: word, index } of text.matchAll(/[A-Z]{2,}/g)) {
      const where = span(index, index + word.length)
      yield {
        span: where,
        message: `\`${word}\` shouts.`,
        fixes: [{ title: 'Lower it', edits: [{ span: where, text: word.toLowerCase() }] }],
      }
    }
  },
})

test('a finding stands where the source wrote it, and its fix changes the source', () => {
  const file = '"say HEL" "LO"'
  const builder = mappedTextBuilder()
  builder.add('say HEL', span(1, 8))
  builder.add('LO', span(11, 13))
  const text = builder.build()
  const [found] = runRules([noShouting], text.text, { file: 'x.zone', text })
  expect(found).toMatchObject({ code: 'test/no-shouting', severity: 'hint', file: 'x.zone' })
  expect(slice(file, found!.span)).toBe('HEL" "LO')
  expect(applyEdits(file, found!.fixes[0]!.edits)).toBe('"say hello"')
})

test.each([
  { name: 'a word without quotes', file: 'HELLO', fixed: 'hello' },
  { name: 'a quoted string beside a bare word', file: '"HELLO"you', fixed: '"hello"you' },
  { name: 'over the quote between a string and a bare word', file: '"HEL"LO', fixed: undefined },
  { name: 'over the space between two bare words', file: 'HEL LO', fixed: undefined },
])('$name: $file becomes $fixed', ({ file, fixed }) => {
  const builder = mappedTextBuilder()
  for (const { 0: word, index } of file.matchAll(/[^" ]+/g))
    builder.add(word, span(index, index + word.length))
  const text = { ...builder.build(), isBare: true as const }
  const [found] = runRules([noShouting], text.text, { file: 'x.zone', text })
  expect(found!.fixes.map(({ edits }) => applyEdits(file, edits))).toEqual(fixed ? [fixed] : [])
})
