import { describe, expect, test } from 'vitest'
import { rampOf, type RampAsked } from './ramp.ts'

const asked: RampAsked = { from: '2026-06-01', rarest: 31, signed: 'yes', lists: 'no' }
const records = (change: Partial<RampAsked>) =>
  rampOf({ rua: 'd@example.org' }, { ...asked, ...change })?.steps.map(
    ({ on, record }) => `${on} ${record}`,
  )

describe('the ramp of DMARC', () => {
  test('goes up to reject where all is signed and no user posts to lists', () =>
    expect(records({})).toEqual([
      '2026-06-01 v=DMARC1; p=none; rua=mailto:d@example.org',
      '2026-07-02 v=DMARC1; p=quarantine; rua=mailto:d@example.org; t=y',
      '2026-07-16 v=DMARC1; p=quarantine; rua=mailto:d@example.org',
      '2026-08-16 v=DMARC1; p=reject; rua=mailto:d@example.org; t=y',
      '2026-08-30 v=DMARC1; p=reject; rua=mailto:d@example.org',
    ]))

  test.each<[Partial<RampAsked>, string]>([
    [{ signed: 'no' }, 'sign with DKIM'],
    [{ lists: 'yes' }, 'mailing lists'],
  ])('ends at quarantine with %j', (change, why) => {
    expect(records(change)).toHaveLength(3)
    expect(rampOf({}, { ...asked, ...change })?.end.text).toContain(why)
  })

  test('watches until the rarest message was sent, and a month at least', () => {
    expect(records({ rarest: 366 })?.[1]).toMatch(/^2027-06-02/)
    expect(records({ rarest: 1 })?.[1]).toMatch(/^2026-07-02/)
    expect(records({ rarest: Number.NaN })?.[1]).toMatch(/^2026-07-02/)
  })

  test('begins on a day', () => expect(records({ from: 'soon' })).toBeUndefined())
})
