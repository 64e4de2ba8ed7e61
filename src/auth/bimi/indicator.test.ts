import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indicatorProblem, MAX_INDICATOR, type IndicatorProblemKind } from './indicator.ts'

const head = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"'
const svg = (inside: string, more = ''): string =>
  `<?xml version="1.0"?>\n${head}${more} viewBox="0 0 9 9"><title>A bank</title>${inside}</svg>\n`

test.each([
  svg('<circle cx="5" cy="5" r="4" fill="#1d4c86"/>'),
  svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/>'),
  svg(`<g><path d="M0 0"/></g><!-- a ship -->`),
])('%j is a logo', (text) => expect(indicatorProblem(text)).toBeUndefined())

test.each<[string, IndicatorProblemKind, string]>([
  ['', 'no-svg', 'no SVG'],
  ['GIF89a', 'no-svg', 'no SVG'],
  ['<html><svg/></html>', 'no-svg', 'no SVG'],
  ['<svg version="1.2" baseProfile="tiny-ps"><title>A</title></svg>', 'no-svg', 'no SVG'],
  [svg('<rect>'), 'not-well-formed', 'well-formed'],
  [`<!DOCTYPE svg SYSTEM "x.dtd">${svg('')}`, 'reference', 'document type'],
  [svg('').replace('1.2', '1.1'), 'profile', 'version="1.2"'],
  [svg('').replace('-ps', ''), 'profile', 'baseProfile="tiny-ps"'],
  [svg('', ' x="0"'), 'profile', '`x=`'],
  [svg('').replace('A bank', ' '), 'title', 'no title'],
  [svg('<title>B</title>'), 'title', 'several'],
  [svg('<g><script>1</script></g>'), 'element', '<script>'],
  [svg('<image href="#a"/>'), 'element', '<image>'],
  [svg('<rect><animate/></rect>'), 'element', '<animate>'],
  [svg('<rect onload="x()"/>'), 'element', '`onload`'],
  [svg('<use xlink:href="https://a.example/b"/>'), 'reference', '`xlink:href`'],
  [svg('<rect fill="url( \'https://a.example\')"/>'), 'reference', '`fill`'],
  [svg(`<desc>${'x'.repeat(MAX_INDICATOR)}</desc>`), 'too-large', '32 kilobytes'],
])('%j is none: %s, it %s', (text, kind, message) => {
  const found = indicatorProblem(text)
  expect(found?.kind).toBe(kind)
  expect(found?.message).toContain(message)
})

test('any text is looked at to its end', () => {
  const pieces = fc.constantFrom(svg(''), head, '<title>', '</svg>', '<g', ' href="', 'url(', '<!')
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
      const found = indicatorProblem(parts.join(''))
      if (found) expect(found.message).not.toBe('')
    }),
    { numRuns: 500 },
  )
})
