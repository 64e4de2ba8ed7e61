import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import { slice } from '../../core/span.ts'
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
  test('of a zone is judged as a part: nothing is said of what it does not hold', () => {
    const { parts, diagnostics } = judge('@ 300 IN MX 10 mail\n')
    expect(parts).toEqual([{ kind: 'zone', name: 'example.org' }])
    expect(diagnostics).toEqual([])
  })

  test('of a record has its findings in its own text', () => {
    const text = 'v=spf1 -all mx'
    const { parts, diagnostics } = judge(text)
    expect(parts).toEqual([{ kind: 'record', name: 'example.org' }])
    expect(diagnostics.map((one) => marked(text, one))).toContainEqual([
      'spf/terms-after-all',
      'mx',
    ])
  })

  test('of a record with its quotes has them too, and so do its fixes', () => {
    const text = '"v=spf1 -all mx"'
    const { parts, diagnostics } = judge(text)
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
  ])('%s, without a name, is that of its sender: %s', (text, result) =>
    expect(judge(text, { senders: [alice] }).senders[0]).toMatchObject({ result }),
  )

  test('in parts answers from one to the other', () => {
    const parts = [
      { name: 'example.com', text: '@ TXT "v=spf1 include:_spf.example.net -all"' },
      { name: '_spf.example.net', text: 'v=spf1 ip4:203.0.113.5 -all' },
    ]
    expect(judge('', { parts, senders: [alice] }).senders[0]).toMatchObject({ result: 'pass' })
  })

  test.each([
    ['From: ann@example.org\nSubject: Hi\n\nHi', /<helo-message>/],
    ['Lorem ipsum', /neither a zone/],
    [`@ TXT "${'x'.repeat(100_001)}"`, /100,000/],
  ])('that is none says so', (text, note) => {
    const { parts, diagnostics } = judge(text)
    expect(parts[0]).toMatchObject({ kind: 'unknown', note: expect.stringMatching(note) })
    expect(diagnostics).toEqual([])
  })

  test('whatever it is, has places within itself', () => {
    const word = fc.constantFrom(
      ...['v=spf1', '"', '(', ')', 'TXT', '@', 'include:a.example', '\n', '-all', 'mx', '; c'],
      ...['v=DMARC1;', 'p=none', 'SOA', '$ORIGIN', '$GENERATE', 'example.org.', '\u{1F4E7}', '\\'],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (all) => {
        const text = all.join(' ')
        for (const { span, fixes } of judge(text, { senders: [alice], advice: true }).diagnostics) {
          expect(span.from).toBeGreaterThanOrEqual(0)
          expect(span.to).toBeLessThanOrEqual(text.length)
          for (const { edits } of fixes)
            for (const edit of edits) expect(edit.span.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
