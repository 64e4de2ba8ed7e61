import { expect, test } from 'vitest'
import { answerElements } from './answers.ts'
import type { FirstAnswer } from './attempt.ts'

const place = { at: 0, now: new Date('2026-06-01T08:00:00.123Z'), language: 'en' }

const answerTo = (kind: string, answer: readonly string[], choices: readonly string[] = []) =>
  ({
    step: { id: 's', title: 'S', question: { kind, ask: 'Which?', choices } },
    answer,
    right: true,
  }) as FirstAnswer

const responseOf = (version: 'scorm12' | 'scorm2004', answer: FirstAnswer): string =>
  answerElements(version, answer, place).find(([name]) => /_response$/.test(name))?.[1] ?? ''

test.each([
  ['scorm12', 'predict', ['b'], ['a', 'b'], '1'],
  ['scorm2004', 'predict', ['b'], ['a', 'b'], 'b'],
  ['scorm12', 'order', ['b', 'a'], ['a', 'b'], '1,0'],
  ['scorm2004', 'sort', ['x=y', 'z=w'], [], 'x[.]y[,]z[.]w'],
  ['scorm12', 'mark', ['250 ok\u0000\r\n', ' 354 go'], [], '250 ok; 354 go'],
] as const)('%s takes an answer to a card “%s”', (version, kind, answer, choices, text) =>
  expect(responseOf(version, answerTo(kind, answer, choices))).toBe(text),
)

test.each([
  ['scorm12', 255],
  ['scorm2004', 250],
] as const)('%s takes %d characters, and the last one is whole', (version, most) => {
  for (const before of [0, 1]) {
    const text = responseOf(version, answerTo('mark', ['a'.repeat(before) + '✉️🐌'.repeat(100)]))
    expect(text.length).toBeLessThanOrEqual(most)
    expect(text.length).toBeGreaterThan(most - 4)
    expect(text).not.toMatch(/\p{Surrogate}/u)
  }
})
