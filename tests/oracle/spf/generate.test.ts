import { expect, test } from 'vitest'
import { joinedText, recordsOf } from '../../../src/core/dns.ts'
import { judge } from './compare.ts'
import { spfCase } from './generate.ts'
import { pyspfDifferences } from './known.ts'

const cases = Array.from({ length: 400 }, (_, id) => spfCase(7208, id))

const texts = cases.flatMap(({ records }) =>
  recordsOf({ status: 'ok', records }, 'TXT').map(joinedText),
)

test('the same seed makes the same case, alone as in a row', () => {
  expect(spfCase(7208, 17)).toEqual(cases[17])
  expect(spfCase(7209, 17)).not.toEqual(cases[17])
})

test.each(['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'])(
  'records hold `%s`, with each qualifier and without',
  (name) => {
    const terms = texts.flatMap((text) => text.split(' '))
    for (const qualifier of ['', '+', '-', '~', '?'])
      expect(terms.some((term) => term.split(/[:/]/)[0] === qualifier + name)).toBe(true)
  },
)

test.each(['redirect=', 'exp=', 'moo=', 'v=spf10', '/24', '//64', '%%', '%_', '%-'])(
  'records hold `%s`',
  (part) => expect(texts.filter((text) => text.includes(part)).length).toBeGreaterThan(0),
)

test.each([...'slodiphvcrt'])(
  'texts use the macro `%s`, small, large and with transformers',
  (character) => {
    const all = texts.join(' ')
    for (const form of [
      `%\\{${character}\\}`,
      `%\\{${character.toUpperCase()}`,
      `%\\{${character}\\d+r?[-.+,/_=]*\\}`,
    ])
      expect(all).toMatch(new RegExp(form))
  },
)

test('every result occurs, by IPv4, by IPv6 and by a null sender', () => {
  const verdicts = cases.map((given) => ({ given, verdict: judge(given) }))
  expect(new Set(verdicts.map(({ verdict }) => verdict.result))).toEqual(
    new Set(['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']),
  )
  expect(verdicts.filter(({ verdict }) => verdict.explanation).length).toBeGreaterThan(5)
  expect(verdicts.filter(({ verdict }) => verdict.lookups > 10).length).toBeGreaterThan(0)
  expect(verdicts.filter(({ verdict }) => verdict.voids > 2).length).toBeGreaterThan(0)
  expect(cases.filter(({ ip }) => ip.includes(':')).length).toBeGreaterThan(50)
  expect(cases.filter(({ mailFrom }) => mailFrom === '').length).toBeGreaterThan(20)
})

test('each known difference has a code of its own, a reason and its edits', () => {
  const codes = pyspfDifferences.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const { reason, mend } of pyspfDifferences) {
    expect(reason).toMatch(/^pyspf .+\.$/)
    expect(mend.length).toBeGreaterThan(0)
  }
})
