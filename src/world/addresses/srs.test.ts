import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../core/random.ts'
import { parseSrs, readSrs, rewriteSender, type SrsKey } from './srs.ts'

const DAY = 24 * 60 * 60_000
const now = Date.parse('2026-06-01T08:00:00Z')
const alumni: SrsKey = { secret: 'one', domain: 'alumni.test' }
const club: SrsKey = { secret: 'two', domain: 'club.test' }
const localOf = (address: string): string => address.slice(0, address.lastIndexOf('@'))

const once = rewriteSender('alice@example.org', alumni, now)
const twice = rewriteSender(once, club, now)
const thrice = rewriteSender(twice, { secret: 'three', domain: 'school.test' }, now)

describe('a sender is rewritten', () => {
  test('with hash, time, domain and local part', () =>
    expect(once).toMatch(/^SRS0=[A-Za-z0-9+/]{4}=[A-Z2-7]{2}=example\.org=alice@alumni\.test$/))

  test('a second time, with the first forwarder and what that wrote', () =>
    expect(twice).toMatch(
      /^SRS1=.{4}=alumni\.test==.{4}=[A-Z2-7]{2}=example\.org=alice@club\.test$/,
    ))

  test('a third time without getting longer than its domain', () =>
    expect(thrice).toMatch(/^SRS1=.{4}=alumni\.test==.{4}=..=example\.org=alice@school\.test$/))

  test('the null sender stays null', () => expect(rewriteSender('', alumni, now)).toBe(''))

  test('a local part may hold what parts the others', () => {
    const odd = rewriteSender('a=b=c@example.org', alumni, now)
    expect(readSrs(localOf(odd), alumni, now)).toEqual({ ok: true, address: 'a=b=c@example.org' })
  })
})

describe('a bounce goes back', () => {
  test('to the sender', () =>
    expect(readSrs(localOf(once), alumni, now)).toEqual({ ok: true, address: 'alice@example.org' }))

  test('by way of the first forwarder', () => {
    expect(readSrs(localOf(twice), club, now)).toEqual({ ok: true, address: once })
    expect(readSrs(localOf(thrice), { secret: 'three' }, now)).toEqual({ ok: true, address: once })
  })

  test('in whatever case it comes', () =>
    expect(readSrs(localOf(once).toLowerCase(), alumni, now)).toMatchObject({ ok: true }))

  test.each([
    ['another secret', localOf(once), club, now, 'hash'],
    ['another sender', localOf(once).replace('alice', 'mallory'), alumni, now, 'hash'],
    ['too late', localOf(once), alumni, now + 50 * DAY, 'expired'],
    ['no parts', 'SRS0=', alumni, now, 'format'],
    ['no domain', 'SRS0=abcd=AA', alumni, now, 'format'],
    ['no time', 'SRS0=abcd=a1=example.org=alice', alumni, now, 'format'],
    ['no such address', 'alice', alumni, now, 'format'],
  ])('but not with %s', (_, local, key, at, kind) =>
    expect(readSrs(local, key, at)).toMatchObject({ ok: false, kind }),
  )

  test('49 days later', () =>
    expect(readSrs(localOf(once), alumni, now + 49 * DAY)).toMatchObject({ ok: true }))
})

test('each part has its place', () => {
  const local = localOf(once)
  const read = parseSrs(local)
  if ('message' in read) throw new Error(read.message)
  for (const part of [read.hash, read.time!, read.domain, read.local])
    expect(local.slice(part.span.from, part.span.to)).toBe(part.text)
})

test('any text is read without a throw, and a problem has its place', () => {
  const random = seededRandom(7)
  for (let round = 0; round < 5000; round++) {
    const length = Math.floor(random.next() * 30)
    const rest = Array.from({ length }, () => '=-+aZ2.@SRS01\u00e9'[Math.floor(random.next() * 15)])
    const text = `${round % 3 ? 'SRS0=' : 'SRS1='}${rest.join('')}`
    const read = readSrs(text, alumni, now)
    if (!read.ok) expect([read.span.from >= 0, read.span.to <= text.length]).toEqual([true, true])
  }
})
