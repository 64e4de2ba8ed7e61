import { hasWord } from '../tools/has-word.ts'
import { textsOf, withoutMarked } from './made-up.ts'

/** As many characters of a text tell it from all that lessons, rules and the lab say: whole, and in another. */
const TELLING = { whole: 10, part: 20 }

/**
 * The texts that a built script holds outside of marks: each that stands there whole between quotes or
 * tags, and each long one anywhere.
 */
export function englishInScript(script: string, texts: Iterable<string>): string[] {
  const rest = withoutMarked(script)
  return [...texts].filter((text) => {
    if (text.length >= TELLING.part) return rest.includes(text)
    return (
      text.length >= TELLING.whole &&
      text.includes(' ') &&
      ['``', '""', "''", '><'].some(([open, close]) => rest.includes(open + text + close))
    )
  })
}

/**
 * The lines of a page that are one of these texts, and stand outside of marks. One word beside what is
 * marked is a name that was filled in.
 */
export function englishInLines(lines: readonly string[], texts: ReadonlySet<string>): string[] {
  const rest = withoutMarked(lines.join('\n'), (marked) => SIGN + marked.replace(/[^\n]/g, ''))
  return rest
    .split('\n')
    .map((line) => ({ text: line.replaceAll(SIGN, '').trim(), isMarked: line.includes(SIGN) }))
    .filter(({ text, isMarked }) => texts.has(text) && (!isMarked || text.includes(' ')))
    .map(({ text }) => text)
}

/** Stands where something marked was. */
const SIGN = '\uFFFC'

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

/** What English rooms say in words. */
export const wordedTexts = (rooms: Iterable<string>): ReadonlySet<string> =>
  new Set([...rooms].flatMap(textsOf).filter(hasWord))
