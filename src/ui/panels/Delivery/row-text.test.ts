import { expect, test } from 'vitest'
import type { DeliveryRow } from '../../../lab/types.ts'
import { labelOf, sentenceOf, sinceText, whoSaw } from './row-text.ts'

const row = (more: Partial<DeliveryRow>): DeliveryRow => ({
  ...{ kind: 'command', from: 'a', to: 'b', at: 0, label: 'SPF pass', sentence: 'It passes.' },
  ...{ tone: 'plain', seenBy: ['a', 'b'], detail: {} },
  ...more,
})

test.each([
  [row({ ahead: 'SPF ?' }), true, 'SPF ?', 'Ahead: SPF ?'],
  [row({ ahead: 'SPF ?' }), false, 'SPF pass', 'It passes.'],
  [row({}), true, 'SPF pass', 'It passes.'],
])('%# ahead: %s → %s', (one, isAhead, label, sentence) => {
  expect(labelOf(one, isAhead)).toBe(label)
  expect(sentenceOf(one, isAhead)).toBe(sentence)
})

test.each([
  [row({ isSealed: true }), /no one between them can read it/],
  [row({ isSealed: false }), /not encrypted/],
  [row({ kind: 'verdict', seenBy: ['a'] }), /^Only a knows this/],
  [row({ kind: 'note', seenBy: [] }), /^Neither side sees this/],
  [row({ kind: 'stored', seenBy: ['a', 'x@b'] }), /the owner of x@b/],
  [
    row({ seenBy: ['a', 'dns'], detail: { question: { ask: 'dns', name: 'a', type: 'MX' } } }),
    /name servers asked see this/,
  ],
])('%# who saw it: %s', (one, text) => expect(whoSaw(one)).toMatch(text))

test.each([
  [84, '+84 ms'],
  [1500, '+1.5 s'],
  [905_000, '+15 min 5 s'],
  [7_260_000, '+2 h 1 min'],
])('%i ms: %s', (milliseconds, text) => expect(sinceText(milliseconds)).toBe(text))
