import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slice } from '../../../../core/span.ts'
import type { XmlElement } from './element.ts'
import { MAX_DEPTH, readXml } from './read.ts'
import { escapeXml } from './references.ts'

const drawn = (element: XmlElement): string =>
  `${element.local}(${[element.text.trim(), ...element.children.map(drawn)].filter(Boolean).join(' ')})`
const read = (text: string): string => {
  const { root } = readXml(text)
  return root ? drawn(root) : 'nothing'
}
const codes = (text: string): string[] => readXml(text).problems.map(({ code }) => code)

test.each([
  ['<a>x</a>', 'a(x)'],
  ['<?xml version="1.0"?>\n<!-- hi --><a><b>1</b><b/></a>', 'a(b(1) b())'],
  ['<a>1 &lt; 2 &amp;&#65;&#x42;</a>', 'a(1 < 2 &AB)'],
  ['<a><![CDATA[<b> & ]]></a>', 'a(<b> &)'],
  ['<x:a xmlns:x="urn:x"><x:b >1</x:b ></x:a>', 'a(b(1))'],
  ['<a b=\'1>2\' c = "x">y</a>', 'a(y)'],
])('%s is read without a problem', (text, expected) => {
  expect(read(text)).toBe(expected)
  expect(codes(text)).toEqual([])
})

test.each([
  ['<a><b>1</a>', 'a(b(1))', 'xml/unclosed', 'b'],
  ['<a>1', 'a(1)', 'xml/unclosed', 'a'],
  ['<a>1</b></a>', 'a(1)', 'xml/stray-end', '</b>'],
  ['<a>&nbsp;</a>', 'a(&nbsp;)', 'xml/reference', '&nbsp;'],
  ['<a>1 < 2</a>', 'a(1 < 2)', 'xml/tag', '<'],
  ['<a b=1>2</a>', 'a(2)', 'xml/tag', 'b=1'],
  ['hello', 'nothing', 'xml/stray-text', 'hello'],
  ['<a/><b/>', 'a()', 'xml/second-root', 'b'],
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>1</a>', 'a(1)', 'xml/doctype', '<!DOCTYPE'],
  ['<a>&#0;</a>', 'a(&#0;)', 'xml/reference', '&#0;'],
])('%s is read as %s, with %s at `%s`', (text, expected, code, where) => {
  expect(read(text)).toBe(expected)
  const [problem] = readXml(text).problems
  expect(problem?.code).toBe(code)
  expect(slice(text, problem!.span)).toBe(where)
})

test('an entity bomb does not go off', () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  )
  const bomb = `<!DOCTYPE a [<!ENTITY l0 "ha">${levels.join('')}]><a>&l9;</a>`
  expect(readXml(bomb).root?.text).toBe('&l9;')
  expect(codes(bomb)).toEqual(['xml/doctype', 'xml/reference'])
})

test('elements know their namespace', () => {
  const { root } = readXml('<a xmlns="urn:a" xmlns:b="urn:b"><b:c/><d xmlns=""/></a>')
  expect([root, ...root!.children].map((one) => one?.namespace)).toEqual(['urn:a', 'urn:b', ''])
})

test('what stands too deep is not read', () => {
  const depthOf = (one: XmlElement): number => 1 + Math.max(0, ...one.children.map(depthOf))
  const { root, problems } = readXml('<a>'.repeat(100_000))
  expect(depthOf(root!)).toBe(MAX_DEPTH)
  expect(problems.length).toBeLessThanOrEqual(100)
})

test('any text survives escaping', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      // eslint-disable-next-line no-control-regex
      const kept = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      const { root, problems } = readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)
      expect([root?.text, root?.attributes[0]?.value]).toEqual([kept, kept])
      expect(problems).toEqual([])
    }),
    { seed: 9990, numRuns: 300 },
  ))

const pieces = [
  '<',
  '>',
  '</',
  '/>',
  'a',
  'b',
  '<a>',
  '</a>',
  '<!',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&',
  '&lt;',
  '"',
  "'",
  '=',
  ' ',
  '<?',
  '[',
  ']',
]

test('any text is read, with spans inside', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const { root, problems } = readXml(text)
      const spans = (one: XmlElement): XmlElement['span'][] => [
        ...[one.span, one.nameSpan, one.inside],
        ...one.children.flatMap(spans),
      ]
      for (const { from, to } of [
        ...problems.map(({ span }) => span),
        ...(root ? spans(root) : []),
      ]) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(text.length)
      }
    }),
    { seed: 9990, numRuns: 500 },
  ))

// Quadratic time would take minutes, and the runner would not wait so long.
test.each([
  '<',
  '<a',
  '<a ',
  '<a b="',
  '<a><',
  '</a>',
  '<!',
  '<!--',
  '<![CDATA[',
  '&',
  '&lt;',
  '<a b=1 ',
  '<a/>',
])('400000 characters of %j are read to their end', (part) => {
  const text = part.repeat(400_000 / part.length)
  expect(readXml(text).problems.every(({ span }) => span.to <= text.length)).toBe(true)
})
