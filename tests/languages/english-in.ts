import { hasWord } from '../tools/has-word.ts'
import { textsOf, withoutMarked } from './made-up.ts'

/** Sentences of the interface that the lab says too, word for word; the lab's stay as they are. */
const OF_THE_LAB: ReadonlySet<string> = new Set([
  '): from here on no one between the two can read.',
])

/** As many characters of a text tell it from all that lessons, rules and the lab say: whole, and in another. */
const TELLING = { whole: 10, part: 20 }

/**
 * The texts of English rooms that a built script holds outside of marks: each that stands there whole
 * between quotes or tags, and each long one anywhere.
 */
export function englishInScript(script: string, rooms: Iterable<string>): string[] {
  const rest = withoutMarked(script)
  return textsIn(rooms).filter((text) => {
    if (OF_THE_LAB.has(text) || !hasWord(text)) return false
    if (text.length >= TELLING.part) return rest.includes(text)
    return (
      text.length >= TELLING.whole &&
      text.includes(' ') &&
      ['``', '""', "''", '><'].some(([open, close]) => rest.includes(open + text + close))
    )
  })
}

/** The lines of a page's text that are a text of English rooms, and stand outside of marks. */
export function englishInLines(lines: readonly string[], rooms: Iterable<string>): string[] {
  const texts = new Set(textsIn(rooms))
  const rest = withoutMarked(lines.join('\n')).split('\n')
  return rest.map((line) => line.trim()).filter((line) => hasWord(line) && texts.has(line))
}

const textsIn = (rooms: Iterable<string>): string[] => [...new Set([...rooms].flatMap(textsOf))]
