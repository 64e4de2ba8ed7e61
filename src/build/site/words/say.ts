import { richHtml } from '../rule-pages/rule-html.ts'

const named = /%([a-z-]+(?:\.\w+)+)%/g
const marking = /<(\w+)((?:\s[^<>]*)?)\sdata-words="([a-z-]+(?:\.\w+)+)"([^<>]*)>([^]*?)<\/\1>/g
const element = /<(\w+)([^<>]*)><\/\1>/g
const mark = /\[([^\]]+)\]\((\d)\)/

/**
 * Puts words into a page's template: `%home.title%` is a text, and what it has in backticks is code.
 * An element with `data-words="home.caption"` gets a text with marks: `[sandbox](1)` in it comes into
 * the first of the empty elements that stand there, `(2)` into the second.
 * @param words Rooms by name. Throws where a template names a text that is not there.
 */
export const sayWords = (template: string, words: object): string =>
  template
    .replace(
      marking,
      (_, tag: string, before: string, path: string, after: string, inner: string) => {
        const marks = [...inner.matchAll(element)]
        return `<${tag}${before}${after}>${marked(textAt(words, path), marks)}</${tag}>`
      },
    )
    .replace(named, (_, path: string) => richHtml(textAt(words, path)))

function marked(text: string, marks: readonly RegExpMatchArray[]): string {
  const parts = text.split(mark)
  let html = ''
  for (let at = 0; at < parts.length; at += 3) {
    html += richHtml(parts[at]!)
    if (at + 1 === parts.length) break
    const [, tag, attributes] = marks[Number(parts[at + 2]) - 1] ?? []
    if (tag === undefined) throw new Error(`No element is there for a mark of “${text}”`)
    html += `<${tag}${attributes}>${richHtml(parts[at + 1]!)}</${tag}>`
  }
  return html
}

function textAt(words: object, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>(
      (group, name) =>
        typeof group === 'object' && group !== null && Object.hasOwn(group, name)
          ? (group as Record<string, unknown>)[name]
          : undefined,
      words,
    )
  if (typeof found !== 'string') throw new Error(`There is no text ${path} in the words`)
  return found
}
