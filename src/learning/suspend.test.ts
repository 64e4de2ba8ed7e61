import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentOnce, type Attempt } from './attempt.ts'
import { readKept, room, writeKept, type Kept } from './suspend.ts'

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/).filter((name) => name !== '__proto__')
const step = fc.record({
  ...{ done: fc.boolean(), own: fc.boolean(), shown: fc.boolean() },
  ...{ settled: fc.boolean(), answered: fc.boolean(), met: fc.array(id, { maxLength: 5 }) },
})
const attempt: fc.Arbitrary<Attempt> = fc.record({
  steps: fc.dictionary(id, step, { maxKeys: 12 }).map((steps) => ({ ...steps })),
  sent: fc.subarray([...sentOnce]),
})
const state = fc.stringMatching(/^s=[\w-]{1,4000}$/)
const kept: fc.Arbitrary<Kept> = fc.oneof(fc.record({ attempt }), fc.record({ attempt, state }))

describe('what is kept', () => {
  test('comes back as it was, in characters that every system carries', () =>
    fc.assert(
      fc.property(kept, (given) => {
        const { text, whole } = writeKept(given, room.scorm2004)
        expect(whole).toBe(true)
        expect(text).toMatch(/^[\w.~=-]+$/)
        expect(readKept(text)).toEqual({ kind: 'kept', kept: given })
        expect(readKept(` ${text}\r\n`)).toEqual({ kind: 'kept', kept: given })
      }),
    ))

  test('leaves the state out where there is no room for it', () =>
    fc.assert(
      fc.property(attempt, (given) => {
        const long = { attempt: given, state: `s=${'A'.repeat(room.scorm12)}` }
        const { text, whole } = writeKept(long, room.scorm12)
        expect(whole).toBe(false)
        expect(readKept(text)).toEqual({ kind: 'kept', kept: { attempt: given } })
      }),
    ))

  test('fits SCORM 1.2 without its state, for the longest lesson that there may be', () => {
    const one = { done: true, own: true, shown: true, settled: true, answered: true }
    const met = Array.from({ length: 6 }, (_, at) => `a-goal-with-a-name-${at}`)
    const steps = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`a-step-with-a-name-${at}`, { ...one, met }]),
    )
    const { text } = writeKept({ attempt: { steps, sent: [...sentOnce] } }, room.scorm12)
    expect(text.length).toBeLessThan(room.scorm12)
  })

  test.each([
    ['', 'none'],
    ['  ', 'none'],
    [undefined, 'none'],
    [null, 'none'],
    ['helo2~0', 'newer'],
    ['helo1', 'broken'],
    ['helo1~x', 'broken'],
    ['helo1~0~say', 'broken'],
    ['helo1~0~say.999x', 'broken'],
    ['helo1~0~say.3.a b', 'broken'],
    ['helo1~0~__proto__.3', 'broken'],
    ['helo1~0~say.3~~', 'broken'],
    ['helo1~0~say.3~~s=a~~s=b', 'broken'],
    ['helo1~0~say.3~~javascript:alert(1)', 'broken'],
    ['{"v":1}', 'broken'],
    ['<script>', 'broken'],
    [`helo1~0~~s=${'A'.repeat(room.cmi5)}`, 'broken'],
  ])('%j is %s', (text, kind) => expect(readKept(text)).toEqual({ kind }))

  test('whatever a system gives back, reading it ends with a word', () => {
    fc.assert(fc.property(fc.string(), (text) => void readKept(text)))
    fc.assert(
      fc.property(kept, fc.nat(), fc.nat(93), (given, at, sign) => {
        const { text } = writeKept(given, room.scorm2004)
        const place = at % text.length
        readKept(text.slice(0, place))
        readKept(text.slice(0, place) + String.fromCharCode(33 + sign) + text.slice(place + 1))
      }),
    )
  })
})
