import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slice, type Span } from '../../core/span.ts'
import { spfTexts } from '../../../tests/fuzz/spf-texts.ts'
import type { MacroString } from './macro.ts'
import { parseSpf } from './parse.ts'
import type { SpfRecord, Term } from './record.ts'

const bitsOf = (term: Term): string =>
  term.kind === 'mechanism'
    ? [
        term.qualifier,
        term.name,
        term.domain?.text ?? term.network?.text ?? '',
        term.cidr4?.bits ?? '',
        term.cidr6?.bits ?? '',
      ]
        .join(' ')
        .trim()
    : term.kind === 'modifier'
      ? `= ${term.name} ${term.value.text}`
      : `? ${term.name}`

test.each([
  ['mx', '+ mx'],
  ['-ALL', '- all'],
  ['~a:Mail.example.org', '~ a Mail.example.org'],
  ['a/24', '+ a  24'],
  ['a//64', '+ a   64'],
  ['mx:example.org/24//64', '+ mx example.org 24 64'],
  ['a:foo:bar/baz.example.com', '+ a foo:bar/baz.example.com'],
  ['a:%{d}/0', '+ a %{d} 0'],
  ['?ip4:192.0.2.0/24', '? ip4 192.0.2.0 24'],
  ['ip6:2001:db8::/32', '+ ip6 2001:db8::  32'],
  ['exists:%{ir}.%{v}.example.org.', '+ exists %{ir}.%{v}.example.org.'],
  ['redirect=_spf.example.org', '= redirect _spf.example.org'],
  ['moo.cow-far_out=man:dog/cat', '= moo.cow-far_out man:dog/cat'],
  ['x=', '= x'],
])('%s reads as %s, without a problem', (word, expected) => {
  const { terms, problems } = parseSpf(`v=spf1 ${word}`)
  expect(problems).toEqual([])
  expect(terms.map((term) => bitsOf(term).trim())).toEqual([expected])
})

test('a broken record keeps what could be read, and every problem at its place', () => {
  const text = 'v=spf1 mx ip:192.0.2.1 ip4:192.0.2.999/24 include:%{x}.example.org -all'
  const { terms, problems } = parseSpf(text)
  expect(terms.map(({ name }) => name)).toEqual(['mx', 'ip', 'ip4', 'include', 'all'])
  expect(problems.map(({ kind, span }) => [kind, slice(text, span)])).toEqual([
    ['unknown-mechanism', 'ip'],
    ['bad-network', '192.0.2.999'],
    ['macro-letter', '%{x}'],
  ])
})

test.each([
  [
    'mail.example.org',
    'SPF knows no mechanism `mail.example.org`. A host is named by `a:mail.example.org`, the record of another domain by `include:mail.example.org`',
  ],
  ['mail', 'SPF knows no mechanism `mail`'],
])('%s for a mechanism: %s', (word, message) =>
  expect(parseSpf(`v=spf1 ${word}`).problems.map((found) => found.message)).toEqual([message]),
)

test('spaces between and behind terms mean nothing', () =>
  expect(parseSpf('v=spf1  mx   -all  ').problems).toEqual([]))

test('macros are a tree', () => {
  const [term] = parseSpf('v=spf1 exists:a%%b.%{L2r+-}.%{d}').terms
  const { parts } = (term as { domain: MacroString }).domain
  expect(parts).toMatchObject([
    { kind: 'literal', text: 'a' },
    { kind: 'escape', text: '%' },
    { kind: 'literal', text: 'b.' },
    { kind: 'macro', character: 'l', escaped: true, keep: 2, reversed: true, delimiters: '+-' },
    { kind: 'literal', text: '.' },
    { kind: 'macro', character: 'd', escaped: false, reversed: false, delimiters: '' },
  ])
})

test('one foreign character is one problem, not two', () =>
  expect(parseSpf('v=spf1 ip4:192.0.2.1\t-all').problems.map(({ kind }) => kind)).toEqual([
    'character',
  ]))

describe('whatever the text', () => {
  test('reading it never throws, and every span lies inside its parent', () =>
    fc.assert(fc.property(spfTexts, holdsTogether), { seed: 7208, numRuns: 2000 }))
})

function holdsTogether(text: string): boolean {
  const read = parseSpf(text)
  const whole = { from: 0, to: text.length }
  return (
    spansOf(read).every((span) => isInside(span, whole)) &&
    read.terms.every((term) => fits(text, term))
  )
}

function fits(text: string, term: Term): boolean {
  const tree = treeOf(term)
  const parts = tree?.parts ?? []
  return (
    slice(text, term.span) === term.text &&
    isInside(term.nameSpan, term.span) &&
    parts.every(({ span }) => isInside(span, term.span)) &&
    (!tree || slice(text, tree.span) === tree.text)
  )
}

function treeOf(term: Term): MacroString | undefined {
  if (term.kind === 'unknown') return undefined
  return term.kind === 'modifier' ? term.value : term.domain
}

const spansOf = ({ version, terms, problems }: SpfRecord): Span[] => [
  version,
  ...terms.map(({ span }) => span),
  ...problems.map(({ span }) => span),
]

const isInside = (inner: Span, outer: Span): boolean =>
  inner.from >= outer.from && inner.to <= outer.to && inner.from <= inner.to
