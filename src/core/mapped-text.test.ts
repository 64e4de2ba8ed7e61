import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mapPlain, mappedTextBuilder, toSource } from './mapped-text.ts'
import { slice, span } from './span.ts'

/** Reads `"…"` strings with `\DDD` and `\X` escapes, as a zone writes them. */
function readQuoted(source: string) {
  const builder = mappedTextBuilder()
  for (const match of source.matchAll(
    /\\(\d{3})|\\(.)|[^"\\ ]| (?=[^"]*"(?:[^"]*"[^"]*")*[^"]*$)/g,
  )) {
    const text = match[1] ? String.fromCharCode(+match[1]) : (match[2] ?? match[0])
    builder.add(text, span(match.index, match.index + match[0].length))
  }
  return builder.build()
}

test.each([
  ['"v=spf1 -all"', 'spf1', 'spf1'],
  ['"v=spf1 " "-all"', '-all', '-all'],
  ['"v=spf1 -a" "ll"', '-all', '-a" "ll'],
  ['"a\\098c"', 'abc', 'a\\098c'],
  ['"a\\098c"', 'b', '\\098'],
  ['"a\\;c"', ';', '\\;'],
])('in %s the text %s stands as %s', (source, part, written) => {
  const mapped = readQuoted(source)
  const from = mapped.text.indexOf(part)
  expect(slice(source, toSource(mapped, span(from, from + part.length)))).toBe(written)
})

test('an empty span stays empty, also at the end', () => {
  const mapped = mapPlain('abc', 10)
  expect(toSource(mapped, span(1, 1))).toEqual(span(11, 11))
  expect(toSource(mapped, span(3, 3))).toEqual(span(13, 13))
  expect(toSource(mappedTextBuilder().build(), span(0, 0))).toEqual(span(0, 0))
})

test('spans stay inside the source and keep their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(3), fc.nat(4))),
      fc.nat(40),
      fc.nat(10),
      (parts, from, length) => {
        const builder = mappedTextBuilder()
        let at = 0
        for (const [text, gap, extra] of parts) {
          builder.add(text, span(at + gap, at + gap + text.length + extra))
          at += gap + text.length + extra
        }
        const mapped = builder.build()
        const to = Math.min(mapped.text.length, from + length)
        const found = toSource(mapped, span(Math.min(from, to), to))
        return 0 <= found.from && found.from <= found.to && found.to <= at
      },
    ),
    { seed: 1 },
  )
})
