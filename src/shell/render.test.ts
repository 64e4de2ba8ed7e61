import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { erase, leave, redraw, type View } from './render.ts'
import { createScreenModel } from './testing/screen-model.ts'

const view = (marked: string, column = 0, prompt = '$ '): View => {
  const cursor = marked.indexOf('|')
  return { column, prompt, indent: prompt.length, text: marked.replace('|', ''), cursor }
}

describe('only what changed is written', () => {
  test.each([
    ['typing', 'ab|', 'abc|', 'c'],
    ['nothing', 'ab|', 'ab|', ''],
    ['left', 'ab|', 'a|b', '\x1b[1D'],
    ['right', '|ab', 'ab|', '\x1b[2C'],
    ['insert', 'a|c', 'ab|c', 'bc\x1b[1D'],
    ['backspace at the end', 'abc|', 'ab|', '\x1b[1D\x1b[J'],
    ['backspace within', 'ab|c', 'a|c', '\x1b[1D\x1b[Jc\x1b[1D'],
    ['over a wide character', '漢|', '|漢', '\x1b[2D'],
    ['typing behind one', '漢|', '漢字|', '字'],
    ['an accent', 'e|', 'e\u0301|', '\u0301'],
    ['an accent goes', 'e\u0301|', 'e|', '\x1b[1D\x1b[Je'],
  ])('%s', (_, before, after, written) =>
    expect(redraw(view(before), view(after), 80)).toBe(written),
  )
})

const texts = fc.array(fc.constantFrom('a', 'b', ' ', '漢', 'é', 'e\u0301', '👍', '\t'), {
  maxLength: 30,
})
const views = fc
  .tuple(texts, texts, fc.nat(12))
  .map(([left, right, column]) => view(`${left.join('')}|${right.join('')}`, column))

describe('on a screen ten cells wide', () => {
  const columns = 10
  const drawn = (...written: string[]) => {
    const screen = createScreenModel(columns)
    for (const text of written) screen.write(text)
    return screen
  }
  const lead = ({ column }: View): string => '.'.repeat(column) + (column === columns ? ' \r' : '')

  test('a redraw looks like a fresh drawing', () =>
    fc.assert(
      fc.property(views, views, (before, other) => {
        const after = { ...other, column: before.column }
        const fresh = drawn(lead(after), redraw(undefined, after, columns))
        const again = drawn(
          lead(before),
          redraw(undefined, before, columns),
          redraw(before, after, columns),
        )
        expect([again.rows(), again.cursorRow()]).toEqual([fresh.rows(), fresh.cursorRow()])
      }),
      { seed: 2, numRuns: 1000 },
    ))

  test('erasing leaves what stood before', () =>
    fc.assert(
      fc.property(views, (one) => {
        const screen = drawn(lead(one), redraw(undefined, one, columns), erase(one, columns))
        const blank = drawn(lead(one))
        expect(screen.rows()).toEqual(blank.rows())
      }),
      { seed: 3, numRuns: 300 },
    ))

  test('leaving goes to the row below, never over one', () =>
    fc.assert(
      fc.property(views, (blank) => {
        const one = { ...blank, prompt: '$>', text: blank.text.replaceAll(/[ \t]/g, '_') }
        const screen = drawn(lead(one), redraw(undefined, one, columns))
        const height = screen.rows().length
        screen.write(leave(one, columns))
        screen.write('#')
        const last = screen.rows().length
        expect(screen.cursorRow()).toBe('#|')
        expect(last - height).toBeLessThanOrEqual(1)
      }),
      { seed: 4, numRuns: 300 },
    ))
})
