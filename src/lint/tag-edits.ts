import type { Fix, TextEdit } from '../core/diagnostic.ts'
import { span, type Span } from '../core/span.ts'
import type { Tag, TagList } from '../auth/tag-list.ts'

export { fix } from '../core/diagnostic.ts'

/** Takes a tag out, with one of its semicolons and the white space that it leaves. */
export const removeTag = (list: TagList, tag: Tag): Fix => ({
  title: `Take \`${tag.name}=\` out`,
  edits: [removal(list, tag)],
})

/** The same; nothing where the name stands again, as then the other tag would count. */
export const removeOnly = (list: TagList, tag: Tag): readonly Fix[] =>
  list.tags.some((one) => one !== tag && one.name === tag.name) ? [] : [removeTag(list, tag)]

/** Reaches never beyond the list, as the text of a message goes on behind a field. */
export function removal({ text, span: list }: TagList, tag: Tag): TextEdit {
  const end = tag.rawSpan.to
  if (end < list.to) return { span: behindSemicolon(text, tag.span.from, end + 1, list), text: '' }
  const before = text.lastIndexOf(';', tag.span.from)
  return { span: span(before < list.from ? tag.span.from : before, tag.span.to), text: '' }
}

/** With the white space behind it, or before it where it was the last. */
function behindSemicolon(text: string, from: number, to: number, list: Span): Span {
  const next = to + /^\s*/.exec(text.slice(to, list.to))![0].length
  if (next < list.to) return span(from, next)
  return span(list.from + text.slice(list.from, from).trimEnd().length, to)
}

/** Moves a tag to the front of its list. */
export const moveFirst = (list: TagList, tag: Tag, written = `${tag.name}=${tag.value}`): Fix => ({
  title: `Move \`${tag.name}=\` to the front`,
  edits: [{ span: span(list.span.from, list.span.from), text: `${written}; ` }, removal(list, tag)],
})
