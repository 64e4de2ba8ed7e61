import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourings } from '../../lab/language/colours/colour-document.ts'
import { PaintedLines, type Underline } from './painted-lines.ts'

const text = '@ MX 10 mx\n@ TXT "v=spf1 -all"\n'

const marked = (from: number, to: number, severity: 'error' | 'warning' = 'error'): Underline => ({
  span: { from, to },
  severity,
})

function painted(of: string, underlines: readonly Underline[] = []): PaintedLines {
  const lines = new PaintedLines(colourings.zone)
  lines.update(of)
  lines.underline(underlines)
  return lines
}

const partsOf = (lines: PaintedLines) =>
  Array.from({ length: lines.count }, (_, at) => lines.parts(at))

const underlined = (lines: PaintedLines): string[] =>
  partsOf(lines).flatMap((parts) =>
    parts.flatMap((part) => (part.severity ? [`${part.severity} ${part.text}`] : [])),
  )

test('joined, the parts are the text and a line’s end', () => {
  const lines = painted(text, [marked(3, 9), marked(5, 12, 'warning')])
  expect(
    partsOf(lines)
      .flatMap((parts) => parts.map((part) => part.text))
      .join(''),
  ).toBe(`${text}\n`)
})

describe('underlines', () => {
  test.each([
    ['a word', [marked(8, 10)], ['error mx']],
    ['an empty span includes the next character', [marked(8, 8)], ['error m']],
    ['at the end of a line it takes the last one', [marked(10, 10)], ['error x']],
    ['of two the worse is drawn', [marked(8, 10, 'warning'), marked(8, 10)], ['error mx']],
    ['over a line’s end', [marked(8, 12)], ['error mx', 'error \n', 'error @']],
    ['of two, one within the other', [marked(0, 10), marked(11, 12)], ['error @', 'error  ']],
  ])('%s', (_, given, drawn) =>
    expect(underlined(painted(text, given)).slice(0, drawn.length)).toEqual(drawn),
  )

  test('at the very end the last character', () =>
    expect(underlined(painted('@ MX', [marked(4, 4)]))).toEqual(['error X']))

  test('a line that stays keeps its own when one is put in above', () => {
    const lines = painted(text, [marked(8, 10)])
    lines.update(`; new\n${text}`)
    expect(underlined(lines)).toEqual(['error mx'])
  })

  test('only lines whose underlines change are drawn anew', () => {
    const lines = painted(text, [marked(8, 10)])
    expect(lines.underline([marked(8, 10)])).toEqual([])
    expect(lines.underline([marked(12, 13)])).toEqual([0, 1])
  })
})

const lines = Array.from({ length: 200 }, (_, at) => `host${at} A 192.0.2.${at}`)

describe('an edit draws anew', () => {
  test.each<[what: string, after: readonly string[], change: object]>([
    ['the line that is typed in', lines.with(100, 'x'), { from: 100, removed: 1, added: 1 }],
    ['a new line', lines.toSpliced(100, 0, 'x'), { from: 100, removed: 0, added: 1 }],
    ['nothing, where lines go', lines.toSpliced(100, 2), { from: 100, removed: 2, added: 0 }],
    ['nothing of the same text', lines, { from: 200, removed: 0, added: 0 }],
    [
      'the line below a parenthesis, and none below that',
      lines.with(100, '@ SOA a b ('),
      { from: 100, removed: 2, added: 2 },
    ],
  ])('%s', (_, after, change) => {
    const zone = painted(lines.join('\n'))
    expect(zone.update(after.join('\n'))).toMatchObject(change)
  })
})

test('after any edits the lines are those of the text painted afresh', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc
          .array(fc.constantFrom('@', ' ', '\n', '\n', '"', '(', ')', 'TXT', 'v=spf1 mx', '; x'), {
            maxLength: 30,
          })
          .map((parts) => parts.join('')),
        { maxLength: 5 },
      ),
      (texts) => {
        const zone = new PaintedLines(colourings.zone)
        for (const each of texts) {
          zone.update(each)
          expect(partsOf(zone)).toEqual(partsOf(painted(each)))
        }
      },
    ),
    { seed: 7, numRuns: 500 },
  ))

test('a text beyond all measure is not drawn', () =>
  expect(painted('x '.repeat(50_000)).count).toBe(0))

test('colours that come later are those of the start, and underlines stay', () => {
  const underlines = [marked(3, 9), marked(20, 24, 'warning')]
  const later = new PaintedLines()
  later.update(text)
  later.underline(underlines)
  expect(
    partsOf(later)
      .flat()
      .some(({ kind }) => kind),
  ).toBe(false)
  later.recolour(colourings.zone)
  expect(partsOf(later)).toEqual(partsOf(painted(text, underlines)))
  later.update(`${text}; more`)
  expect(partsOf(later)).toEqual(partsOf(painted(`${text}; more`, underlines)))
})
