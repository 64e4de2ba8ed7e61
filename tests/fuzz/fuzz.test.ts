import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMessage } from '../../src/message/parse.ts'
import { parsers } from './parsers.ts'
import { roundTrips } from './round-trips.ts'
import { runsOf } from './runs.ts'
import { octets, texts } from './texts.ts'

describe('no text makes a parser throw', () => {
  test.each(parsers)('$name', ({ read }) =>
    fc.assert(
      fc.property(texts, (text) => void read(text)),
      runsOf(2119, 300),
    ),
  )

  test('octets of a message', () =>
    fc.assert(
      fc.property(octets, (bytes) => {
        const { fields, bodyStart } = parseMessage(bytes)
        expect(bodyStart).toBeLessThanOrEqual(bytes.length)
        for (const { span } of fields) expect(span.to).toBeLessThanOrEqual(bytes.length)
      }),
      runsOf(5322, 300),
    ))
})

describe('what is read, printed and read again has the same meaning', () => {
  test.each(roundTrips)('$name', ({ meaning, print }) =>
    fc.assert(
      fc.property(texts, (text) => void expect(meaning(print(text))).toEqual(meaning(text))),
      runsOf(4180, 300),
    ),
  )
})
