import { terms, type Term } from '../../../lessons/terms/index.ts'

/** Elements in which nothing is marked: code is typed, headings and links are short as it is. */
const LEFT_ALONE = /^(?:a|code|pre|kbd|h[1-6])$/

/** How a term is written in prose: its name and its other forms, longest first. */
const forms: readonly (readonly [form: string, id: string])[] = terms
  .filter(({ everyday }) => !everyday)
  .flatMap(({ id, name, also = [] }: Term) => [name, ...also].map((form) => [form, id] as const))
  .toSorted(([a], [b]) => b.length - a.length)

const patternOf = (form: string): string => {
  const [first = ''] = form
  // A sentence may begin with it; what has a capital of its own is written in one way.
  const start = first === first.toLowerCase() ? `[${first}${first.toUpperCase()}]` : first
  return start + form.slice(1).replaceAll(' ', String.raw`\s+`) + 's?'
}

const anyForm = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.\-])(?:${forms.map(([form]) => `(${patternOf(form)})`).join('|')})(?![\p{L}\p{N}_\-]|\.\p{L})`,
  'gu',
)

/** What the text of a place is marked with, and for how long a term counts as used. */
export interface Marking {
  /** From the page to the site's root. */
  readonly base: string
  /** Terms that are not marked any more: used before, or switched off. Marking adds to it. */
  readonly used: Set<string>
}

/**
 * Makes the first use of each term a link to the glossary; the page turns it into a card.
 * @param html As the lessons' Markdown renders: well nested, and without raw HTML.
 */
export function markTerms(html: string, { base, used }: Marking): string {
  let closed = 0
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      const [, end, tag = ''] = /^<(\/?)(\w+)/.exec(part) ?? []
      if (LEFT_ALONE.test(tag)) closed += end ? -1 : 1
      return tag || closed > 0 ? part : markText(part, base, used)
    })
    .join('')
}

/** “A record”, where a sentence begins, is any record. */
const isArticle = (word: string, text: string, at: number): boolean =>
  /^A\s/.test(word) && /(?:^|[.!?:]\s)\s*$/.test(text.slice(0, at))

function markText(text: string, base: string, used: Set<string>): string {
  return text.replace(anyForm, (word: string, ...found: unknown[]) => {
    if (isArticle(word, text, found.at(-2) as number)) return word
    const at = found.findIndex((group) => group !== undefined)
    const id = forms[at]![1]
    if (used.has(id)) return word
    used.add(id)
    return `<a href="${base}glossary/#${id}">${word}</a>`
  })
}

/** The ids of the terms that a text marks, in its order. */
export const markedIn = (html: string): string[] =>
  [...html.matchAll(/<a href="[^"#]*glossary\/#([^"]+)"/g)].map(([, id]) => id!)
