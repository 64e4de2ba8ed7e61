import { hasWord } from '../tools/has-word.ts'
import { textsOf, withoutMarked } from './made-up.ts'

/** As many characters of a text tell it from all that lessons, rules and the lab say: whole, and in another. */
const TELLING = { whole: 10, part: 20 }

/**
 * The texts of English rooms that a built script holds outside of marks: each that stands there whole
 * between quotes or tags, and each long one anywhere.
 * @param engines All sources of the lab: what it says too, word for word, stays as it is.
 */
export function englishInScript(script: string, rooms: Iterable<string>, engines = ''): string[] {
  const rest = withoutMarked(script)
  return textsIn(rooms).filter((text) => {
    if (engines.includes(text) || !hasWord(text)) return false
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

/** A page without the elements that say that they are in English. */
export function withoutEnglish(html: string): string {
  const [start] = [...html.matchAll(/<(?!html)(\w+)\b[^>]* lang="en"[^>]*>/g)]
  if (!start) return html
  let depth = 0
  for (const tag of html
    .slice(start.index)
    .matchAll(new RegExp(`<(/?)${start[1]!}\\b[^>]*>`, 'g'))) {
    depth += tag[1] ? -1 : 1
    if (depth > 0) continue
    const end = start.index + tag.index + tag[0].length
    return html.slice(0, start.index) + withoutEnglish(html.slice(end))
  }
  return html.slice(0, start.index)
}

const textsIn = (rooms: Iterable<string>): string[] => [...new Set([...rooms].flatMap(textsOf))]
