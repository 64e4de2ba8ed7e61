import { clip } from '../../core/text/clip.ts'
import { toSource, type MappedText } from '../../core/mapped-text.ts'
import { touches } from '../../core/span.ts'
import { describedTag, type TagDescription, type TagFormat } from '../../auth/tag-format.ts'
import { parseTagList, type Tag } from '../../auth/tag-list.ts'
import type { Hover } from './answers.ts'

/** Values longer than this (a key) are not repeated. */
const LONG = 40

/** What stands at the place in a tag list. The hover's span counts in the joined text. */
export function hoverInTags(
  mapped: MappedText,
  offset: number,
  format: TagFormat,
): Hover | undefined {
  const { tags } = parseTagList(mapped.text)
  const tag = tags.find(({ span }) => touches(toSource(mapped, span), offset))
  const described = tag && describedTag(format, tag.name)
  if (!tag || !described) return undefined
  const { meaning, source, default: otherwise } = described
  const without = otherwise === undefined ? [] : [`Without this tag: ${otherwise}.`]
  const lines = [meaning, ...valueLines(tag, described), ...without]
  return { span: tag.span, title: titleOf(tag), lines, source }
}

const titleOf = ({ name, value }: Tag): string => `${name}=${clip(value, LONG)}`

/** What the written value means; where it is none that is known, which ones are. */
function valueLines({ value }: Tag, { values, separator, syntax }: TagDescription): string[] {
  if (!values) return [`Written \`${syntax}\`.`]
  const parts = separator ? value.split(separator) : [value]
  const written = new Set(parts.map((part) => part.trim().toLowerCase()))
  const meant = values.filter((known) => written.has(known.value.toLowerCase()))
  return (meant.length ? meant : values).map((known) => `\`${known.value}\`: ${known.meaning}`)
}
