import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { gzip } from '../../core/gzip.ts'
import { sandbox } from '../../lessons/sandbox.ts'
import { ownWorldOf } from '../own-world/own-world-of.ts'
import { linkLimits, type Linked, type LinkedWork } from './link.ts'
import { isLink, readLink } from './read-link.ts'
import { writeLink } from './write-link.ts'

const work: LinkedWork = {
  ...{ v: 1, slug: 'speak-smtp', edition: 3, variant: 'harbour', step: 'mail' },
  journal: [
    { kind: 'type', data: 'EHLO desk.example.org\r' },
    { kind: 'edit', zone: 'example.org', text: '@ TXT "v=spf1 ü -all"\n' },
    { kind: 'advance', by: 'next' },
  ],
}
const several: LinkedWork = {
  ...{ v: 1, slug: 'sandbox', edition: 1, terminal: 2 },
  journal: [
    { kind: 'open', terminal: 2, host: 'mx.example.org' },
    { kind: 'type', data: 'mailq\r', terminal: 2 },
  ],
}
const own: LinkedWork = { ...work, slug: 'sandbox', world: ownWorldOf(sandbox) }
const check: Linked = { v: 1, texts: [{ name: 'example.org', text: '@ MX 10 mx' }] }

/** Any value, packed as a state is. */
const packed = (value: unknown): string =>
  `s=${encodeBase64(gzip(utf8(typeof value === 'string' ? value : JSON.stringify(value))))}`

describe('a link', () => {
  test.each([work, several, own, check])('comes back as it was', (state) => {
    const link = writeLink(state)
    expect(link).toMatch(/^s=[\w-]+$/)
    expect(readLink(link)).toEqual({ ok: true, state })
    expect(readLink(`#${link}`)).toEqual({ ok: true, state })
    expect(writeLink(state)).toBe(link)
  })

  test.each<[string, string, string]>([
    ['no state', '#review', 'strange'],
    ['nothing behind the mark', 's=', 'strange'],
    ['what is no base64', 's=%%%', 'damaged'],
    ['what is not packed', 's=aGVsbG8', 'damaged'],
    ['a link that was cut off', writeLink(work).slice(0, -30), 'damaged'],
    ['no JSON', packed('{'), 'damaged'],
    ['another value', packed([1]), 'strange'],
    ['a later version', packed({ ...work, v: 2 }), 'newer'],
    ['no version', packed({ ...work, v: undefined }), 'strange'],
    ['a path as the lesson', packed({ ...work, slug: '../evil' }), 'strange'],
    ['an edition that is no number', packed({ ...work, edition: '3' }), 'strange'],
    ['a terminal that is no number', packed({ ...work, terminal: 'mx' }), 'strange'],
    ['an input of no kind', packed({ ...work, journal: [{ kind: 'eval' }] }), 'strange'],
    ['a world that is none', packed({ ...work, world: { desk: 1 } }), 'strange'],
    ['texts that are none', packed({ v: 1, texts: [{ name: 'x' }] }), 'strange'],
    ['a fragment that is too long', `s=${'A'.repeat(linkLimits.read)}`, 'too large'],
    [
      'more texts than a link may have',
      packed({ v: 1, texts: Array(linkLimits.texts + 1).fill({ name: '', text: '' }) }),
      'too large',
    ],
    [
      'a world with 501 hosts',
      packed({
        ...own,
        world: { ...own.world, world: { ...own.world!.world, hosts: Array(501).fill({}) } },
      }),
      'too large',
    ],
    ['a bomb', packed('0'.repeat(linkLimits.unpacked * 4)), 'too large'],
    [
      'a million inputs',
      packed({ ...work, journal: Array<unknown>(1_000_000).fill(0) }),
      'too large',
    ],
    [
      'more inputs than a link may have',
      packed({ ...work, journal: Array<unknown>(linkLimits.inputs + 1).fill({ kind: 'check' }) }),
      'too large',
    ],
  ])('with %s is refused, and says why', (_, link, why) =>
    expect(readLink(link)).toEqual({ ok: false, fault: why }),
  )

  test('is distinguished from other fragments', () => {
    expect(['#s=x', 's=x', '#review', '', '#rules'].map(isLink)).toEqual([
      ...[true, true, false, false, false],
    ])
  })

  test('whatever is in a fragment is answered', () => {
    fc.assert(fc.property(fc.string(), (text) => void readLink(`s=${text}`)))
    fc.assert(fc.property(fc.jsonValue(), (value) => void readLink(packed(value))))
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), (at, octet) => {
        const link = writeLink(work)
        const place = 2 + (at % (link.length - 2))
        void readLink(
          link.slice(0, place) + String.fromCharCode(33 + (octet % 90)) + link.slice(place + 1),
        )
      }),
    )
  })
})
