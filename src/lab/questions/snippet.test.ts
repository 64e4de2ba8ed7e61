import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import { slice } from '../../core/span.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { zoneNameOf } from '../check/zone-named.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { lintZonesWith } from '../../lint/lint-zones-with.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import { fetchFamilies } from '../snippet/engines.ts'
import { readPart, recognizePart } from '../snippet/read-part.ts'
import { zoneTexts } from '../../../tests/fuzz/zone-texts.ts'
import type { SnippetAsked } from '../snippet/snippet.ts'
import { snippet } from './snippet.ts'

const asked = (text: string, more: Partial<SnippetAsked> = {}): SnippetAsked => ({
  ...{ parts: [{ name: '', text }], senders: [], advice: false },
  ...more,
})
const lab = { world: undefined, crypto: { answer: () => Promise.resolve(undefined) } }
const judge = (text: string, more?: Partial<SnippetAsked>) => snippet.answer(asked(text, more), lab)
const marked = (text: string, found: Diagnostic) => [found.code, slice(text, found.span)]

const alice = { ip: '203.0.113.5', mailFrom: 'alice@example.com' }

describe('a snippet', () => {
  test('of a zone is judged as a part: nothing is said of what it does not hold', async () => {
    const { parts, diagnostics } = await judge('@ 300 IN MX 10 mail\n')
    expect(parts).toEqual([{ kind: 'zone', name: 'example.org' }])
    expect(diagnostics).toEqual([])
  })

  test('of a record has its findings in its own text', async () => {
    const text = 'v=spf1 -all mx'
    const { parts, diagnostics } = await judge(text)
    expect(parts).toEqual([{ kind: 'record', name: 'example.org' }])
    expect(diagnostics.map((one) => marked(text, one))).toContainEqual([
      'spf/terms-after-all',
      'mx',
    ])
  })

  test('of a record with its quotes has them too, and so do its fixes', async () => {
    const text = '"v=spf1 -all mx"'
    const { parts, diagnostics } = await judge(text)
    expect(parts[0]).toMatchObject({ kind: 'zone', name: 'example.org' })
    const found = diagnostics.find(({ code }) => code === 'spf/terms-after-all')!
    expect(slice(text, found.span)).toBe('mx')
    expect(applyEdits(text, found.fixes[0]!.edits)).toBe('"v=spf1 mx -all"')
  })

  test.each([
    ['v=spf1 ip4:203.0.113.0/24 -all', 'pass'],
    ['"v=spf1 ip4:192.0.2.0/24 -all"', 'fail'],
    ['@ TXT "v=spf1 ~all"', 'softfail'],
    ['v=spf1 include:_spf.example.net -all', 'unknown'],
  ])('%s, without a name, is that of its sender: %s', async (text, result) =>
    expect((await judge(text, { senders: [alice] })).senders[0]).toMatchObject({ result }),
  )

  test('in parts answers from one to the other', async () => {
    const parts = [
      { name: 'example.com', text: '@ TXT "v=spf1 include:_spf.example.net -all"' },
      { name: '_spf.example.net', text: 'v=spf1 ip4:203.0.113.5 -all' },
    ]
    const { senders } = await judge('', { parts, senders: [alice] })
    expect(senders[0]).toMatchObject({ result: 'pass' })
  })

  test.each([
    ['From: ann@example.org\nSubject: Hi\n\nHi', /<helo-message>/],
    ['Lorem ipsum', /neither a zone/],
    [`@ TXT "${'x'.repeat(100_001)}"`, /100,000/],
  ])('that is none says so', async (text, note) => {
    const { parts, diagnostics } = await judge(text)
    expect(parts[0]).toMatchObject({ kind: 'unknown', note: expect.stringMatching(note) })
    expect(diagnostics).toEqual([])
  })

  const word = fc.constantFrom(
    ...['v=spf1', '"', '(', ')', 'TXT', '@', 'include:a.example', '\n', '-all', 'mx', '; c'],
    ...['v=DMARC1;', 'p=none', 'SOA', '$ORIGIN', '$GENERATE', 'example.org.', '\u{1F4E7}', '\\'],
    ...['\n_dmarc TXT', '\n_spf TXT', '"v=spf1 -all"', '"v=DMARC1; p=reject"', 'MX 10 mail'],
    ...['\ns._domainkey TXT', '"v=DKIM1; p="', '\nmail A 192.0.2.1', '\n*', '\n1 PTR mail'],
    ...['CNAME mail', '\nold DNAME new', '\nkid DS 1 8 2 abcd', '\n@ MX 0 .', 'include:', '%('],
    ...['\n@ TXT " v=spf1 mx"', 'ip4:300.0.2.1', 'ip6:192.0.2.1', 'redirect=', '192.0.2.1/33'],
  )
  const names = ['example.org', 'example.com', '2.0.192.in-addr.arpa', 'arpa']
  const texts = fc.array(word, { maxLength: 30 }).map((all) => all.join(' '))

  const zoneOrWords = fc.oneof(texts, zoneTexts)

  test('whatever it is, has places within itself', () =>
    fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { diagnostics } = await judge(text, { senders: [alice], advice: true })
        for (const { span, fixes } of diagnostics) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(text.length)
          for (const { edits } of fixes)
            for (const edit of edits) expect(edit.span.to).toBeLessThanOrEqual(text.length)
        }
      }),
    ))

  test('is judged alike by the rules that are fetched for it and by all of them', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), zoneOrWords, async (name, text) => {
        const read = readPart(await recognizePart({ name, text }), 0, undefined, {
          parse: parseZone,
          zoneNameOf,
        })
        if (read?.opened.kind !== 'zone') return
        const zones = [read.opened.parsed]
        const fetched = await fetchFamilies([read.opened], false)
        expect(lintZonesWith(fetched, zones, withoutAdvice)).toEqual(
          lintZones(zones, withoutAdvice),
        )
      }),
    ))
})

const withoutAdvice = { ...zoneProfiles.pasted, advice: 'omitted' } as const
