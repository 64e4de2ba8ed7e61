import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourMessage } from './colour-message.ts'
import { firstState } from './line-state.ts'

/** Every token as its line, its kind and its text. */
function coloured(text: string): string[] {
  let state = firstState
  return text.split('\n').flatMap((line, at) => {
    const { tokens, next } = colourMessage(line, state)
    state = next
    return tokens.map(({ kind, from, to }) => `${at} ${kind} ${line.slice(from, to)}`)
  })
}

describe('colours of a message', () => {
  test('names of fields, and nothing of what goes on with one', () =>
    expect(coloured('From: a@example.org\nSubject: b\n c: d\n\nTo: no field')).toEqual([
      ...['0 type From', '0 punctuation :', '1 type Subject', '1 punctuation :'],
    ]))

  test.each(['boundary="b 1"', 'boundary=b_1'])('boundaries that %s names, alone', (parameter) => {
    const boundary = parameter.includes('"') ? 'b 1' : 'b_1'
    const text = [
      ...['Content-Type: multipart/mixed;', ` ${parameter}`, '', 'To: skipped'],
      ...[`--${boundary}`, 'Content-Type: text/plain', '', '--other', `--${boundary}--`],
    ].join('\n')
    expect(coloured(text).filter((one) => !one.endsWith(':'))).toEqual([
      ...['0 type Content-Type', `4 directive --${boundary}`, '5 type Content-Type'],
      `8 directive --${boundary}--`,
    ])
  })
})

test('tokens of any text are in order and within their line', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ':', '\n', '--b', 'boundary=', '"', ' ', 'b', '\r', 'é', '--')),
      (parts) => {
        let state = firstState
        for (const line of parts.join('').split('\n')) {
          const { tokens, next } = colourMessage(line, state)
          state = next
          let last = 0
          for (const { from, to } of tokens) {
            expect(from).toBeGreaterThanOrEqual(last)
            expect(to).toBeGreaterThan(from)
            last = to
          }
          expect(last).toBeLessThanOrEqual(line.length)
        }
      },
    ),
    { seed: 3, numRuns: 500 },
  ))
