import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordFormats } from '../../../auth/formats/index.ts'
import { mechanismWords } from '../../../auth/spf/vocabulary.ts'
import { recordTypes } from '../../../dns/records/index.ts'
import { sandboxWorld } from '../../../world/sandbox.ts'
import { parsedColours } from '../testing/parsed-colours.ts'
import { colourLine } from './colour-line.ts'
import { colourZone } from './colour-zone.ts'
import { firstState, isSameState, type LineState } from './line-state.ts'
import { fieldKinds, mechanisms, tagLabels, tagVersions } from './words.ts'

/** Every token as its kind and its text. */
const coloured = (text: string): string[] =>
  colourZone(text).flatMap((tokens, at) => {
    const line = text.split('\n')[at]!
    return tokens.map(({ kind, from, to }) => `${kind} ${line.slice(from, to)}`)
  })

describe('colours', () => {
  test.each<[zone: string, found: string[]]>([
    ['$TTL 3600 ; an hour', ['directive $TTL', 'ttl 3600', 'comment ; an hour']],
    ['$ORIGIN example.org.', ['directive $ORIGIN', 'name example.org.']],
    ['@ 60 IN MX 10 mx', ['owner @', 'ttl 60', 'class IN', 'type MX', 'number 10', 'name mx']],
    [' A 192.0.2.1', ['type A', 'address 192.0.2.1']],
    ['mx AAAA 2001:db8::1', ['owner mx', 'type AAAA', 'address 2001:db8::1']],
    ['@ NSX ns', ['owner @']],
    [
      '@ SOA a b ( 1 ; serial\n 2 )',
      [
        ...['owner @', 'type SOA', 'name a', 'name b', 'punctuation (', 'number 1'],
        ...['comment ; serial', 'number 2', 'punctuation )'],
      ],
    ],
    ['@ TXT "hello \\" you"', ['owner @', 'type TXT', 'string "hello \\" you"']],
    [
      '@ TXT "v=spf1 -ip4:192.0.2.0/24 mx redirect=a.example"',
      [
        ...['owner @', 'type TXT', 'string "', 'version v=spf1', 'string  ', 'qualifier -'],
        ...['mechanism ip4', 'value :192.0.2.0/24', 'string  ', 'mechanism mx', 'string  '],
        ...['mechanism redirect', 'value =a.example', 'string "'],
      ],
    ],
    [
      '@ TXT "v=spf1 in" ; two strings\n',
      ['owner @', 'type TXT', 'string "', 'version v=spf1', 'string  in"', 'comment ; two strings'],
    ],
    [
      '@ TXT "v=spf1 inclu" "de:a.example"',
      [
        ...['owner @', 'type TXT', 'string "', 'version v=spf1', 'string  ', 'mechanism inclu'],
        ...['string "', 'string "', 'mechanism de', 'value :a.example', 'string "'],
      ],
    ],
    [
      '_dmarc TXT "v=DMARC1; p=none"',
      [
        ...['owner _dmarc', 'type TXT', 'string "', 'version v', 'string =', 'value DMARC1'],
        ...['string ; ', 'tag p', 'string =', 'value none', 'string "'],
      ],
    ],
    ['s._domainkey TXT "p="', ['owner s._domainkey', 'type TXT', 'string "', 'tag p', 'string ="']],
  ])('%s', (zone, found) => expect(coloured(zone)).toEqual(found))
})

describe('what a line needs of the lines before it', () => {
  test.each<[what: string, zone: string, last: string[]]>([
    [
      'a key goes on within parentheses',
      's._domainkey TXT ( "v=DKIM1; p=AB"\n "CD" )',
      ['string "', 'value CD', 'string "', 'punctuation )'],
    ],
    [
      'a name goes on to the lines without one',
      '_dmarc A 192.0.2.1\n TXT "p=none"',
      ['type TXT', 'string "', 'tag p', 'string =', 'value none', 'string "'],
    ],
    [
      'names end in the origin',
      '$ORIGIN _dmarc.example.org.\n@ TXT "p="',
      ['owner @', 'type TXT', 'string "', 'tag p', 'string ="'],
    ],
    [
      'a parenthesis that is never closed ends with the record',
      '@ TXT ( "a"\nmx A 192.0.2.1',
      ['owner mx', 'type A', 'address 192.0.2.1'],
    ],
  ])('%s', (_, zone, last) => expect(coloured(zone).slice(-last.length)).toEqual(last))
})

/** The colour of each character, by its kind; what has none is a dot. */
function byParser(text: string): string[] {
  const kinds = Array.from({ length: text.length }, () => '.')
  for (const { kind, span } of parsedColours(text)) kinds.fill(kind, span.from, span.to)
  return kinds
}

function byLines(text: string): string[] {
  const kinds = Array.from({ length: text.length }, () => '.')
  let start = 0
  colourZone(text).forEach((tokens, at) => {
    for (const { kind, from, to } of tokens) kinds.fill(kind, start + from, start + to)
    start += text.split('\n')[at]!.length + 1
  })
  return kinds
}

/** Attempts whose mistake is what the accepted differences below are about: a key's lines in a wrong order. */
const MISORDERED = /publish-a-key\/attempts\/(?:name-inside|tags-first)\//

const lessonZones = readdirSync('lessons', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.zone') && !MISORDERED.test(path))
  .map((path): [string, string] => [path, readFileSync(join('lessons', path), 'utf8')])

const zones: readonly [string, string][] = [
  ...lessonZones,
  ...sandboxWorld.zones.map(({ origin, text }): [string, string] => [origin, text]),
]

test.each(zones)('%s has the colours that its parsers give it', (_, text) =>
  expect(byLines(text)).toEqual(byParser(text)),
)

/**
 * Where colours by lines differ from those by the parsers, on purpose: each line is coloured before
 * the next is known, and types by number have no description here.
 */
const differences: readonly [why: string, zone: string][] = [
  ['a name of a mechanism that two lines share', '@ TXT ( "v=spf1 inc"\n "lude:a.example" )'],
  ['a version that two lines share', '@ TXT ( "v=DM"\n "ARC1; p=none" )'],
  ['a type by its number', '@ TYPE15 10 mx'],
  ['a record within parentheses that a broken one left open', '@ TXT (\n A 192.0.2.1'],
  ['two terms that a comma joins', '@ TXT "v=spf1 mx,a"'],
]

describe('accepted differences', () => {
  test.each(differences)('%s', (_, zone) => expect(byLines(zone)).not.toEqual(byParser(zone)))
})

describe('the words are those that the formats have', () => {
  test('fields of record types', () =>
    expect(fieldKinds).toEqual(
      Object.fromEntries(
        recordTypes
          .map(({ type, fields }) => [type, fields.map(({ kind }) => kind)] as const)
          .filter(([, kinds]) => kinds.some((kind) => kind !== 'other')),
      ),
    ))

  test('mechanisms', () => expect([...mechanisms]).toEqual(Object.keys(mechanismWords)))

  test('labels and versions of tag records', () => {
    const formats = Object.values(recordFormats)
    expect(tagLabels).toEqual(formats.map(({ owner }) => owner.labels.split('.').at(-1)))
    expect(tagVersions).toEqual(formats.map(({ version }) => version.stem))
  })
})

const zoneText = fc
  .array(
    fc.oneof(
      fc.constantFrom('@', ' ', '\n', '"', '(', ')', ';', '\\', '\t', '\r', 'MX', 'TXT', 'IN'),
      fc.constantFrom('$TTL', '$ORIGIN', '10', 'v=spf1 ', '-all', 'include:', '_dmarc', 'p='),
      fc.constantFrom('v=DMARC1; ', 'a._domainkey', 'é', '👍', '\\300', 'mx.example.org.'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

test('tokens of any text are in order and within their line', () =>
  fc.assert(
    fc.property(zoneText, (text) => {
      const lines = text.split('\n')
      colourZone(text).forEach((tokens, at) => {
        let last = 0
        for (const { from, to } of tokens) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(lines[at]!.length)
      })
    }),
    { seed: 11, numRuns: 500 },
  ))

/** Characters that take steps: a state that grew with the text would never be the same again. */
test('a state is the same again where an entry ends', () => {
  const after = (text: string): LineState =>
    text.split('\n').reduce((state, line) => colourLine(line, state).next, firstState)
  expect(isSameState(after('@ SOA a b (\n1\n2 )\nmx A 192.0.2.1'), after('mx A 192.0.2.1'))).toBe(
    true,
  )
  expect(isSameState(after('@ SOA a b ('), after('@ SOA a b'))).toBe(false)
})

test('one record of a hundred thousand words is coloured in linear time', () =>
  expect(
    colourZone(`@ TXT ${'a '.repeat(100_000)}"v=spf1 ${'\\" mx '.repeat(100_000)}`)[0]!.length,
  ).toBeGreaterThan(100_000))
