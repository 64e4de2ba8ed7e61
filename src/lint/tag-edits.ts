import type { Fix, TextEdit } from '../core/diagnostic.ts'
import { span, type Span } from '../core/span.ts'
import type { Tag, TagList } from '../auth/tag-list.ts'

export { fix } from '../core/diagnostic.ts'

/** Takes a tag out, with one of its semicolons and the white space that it leaves. */
export const removeTag = (list: TagList, tag: Tag): Fix => ({
  title: `Take \`${tag.name}=\` out`,
  edits: [removal(list.text, tag)],
})

/** The same; nothing where the name stands again, as then the other tag would count. */
export const removeOnly = (list: TagList, tag: Tag): readonly Fix[] =>
  list.tags.some((one) => one !== tag && one.name === tag.name) ? [] : [removeTag(list, tag)]

export function removal(text: string, tag: Pick<Tag, 'span' | 'rawSpan'>): TextEdit {
  const end = tag.rawSpan.to
  if (text[end] === ';') return { span: behindSemicolon(text, tag.span.from, end + 1), text: '' }
  const before = text.lastIndexOf(';', tag.span.from)
  return { span: span(Math.max(0, before), end), text: '' }
}

/** With the white space behind it, or before it where it was the last. */
function behindSemicolon(text: string, from: number, to: number): Span {
  const next = to + (/^\s*/.exec(text.slice(to))?.[0].length ?? 0)
  if (next < text.length) return span(from, next)
  const kept = text.slice(0, from).trimEnd().length
  return span(kept, next)
}

/** Moves a tag to the front of its list. */
export const moveFirst = (list: TagList, tag: Tag, written = `${tag.name}=${tag.value}`): Fix => ({
  title: `Move \`${tag.name}=\` to the front`,
  edits: [{ span: span(0, 0), text: `${written}; ` }, removal(list.text, tag)],
})
