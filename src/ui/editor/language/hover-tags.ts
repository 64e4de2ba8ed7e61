import { toSource, type MappedText } from '../../../core/mapped-text.ts'
import { touches } from '../../../core/span.ts'
import { parseTagList, type Tag } from '../../../auth/tag-list.ts'
import type { Hover } from './answers.ts'
import type { TagWord } from './vocabulary/word.ts'

/** Values longer than this (a key) are not repeated. */
const LONG = 40

/** What stands at the place in a tag list. The hover's span counts in the joined text. */
export function hoverInTags(
  mapped: MappedText,
  offset: number,
  vocabulary: Readonly<Record<string, TagWord>>,
): Hover | undefined {
  const { tags } = parseTagList(mapped.text)
  const tag = tags.find(({ span }) => touches(toSource(mapped, span), offset))
  const word = tag && Object.hasOwn(vocabulary, tag.name) ? vocabulary[tag.name] : undefined
  if (!tag || !word) return undefined
  const lines = [word.meaning, ...valueLines(tag, word)]
  return { span: tag.span, title: titleOf(tag), lines, source: word.source }
}

const titleOf = ({ name, value }: Tag): string =>
  `${name}=${value.length > LONG ? `${value.slice(0, LONG)}…` : value}`

/** What the written value means; where it is none that is known, which ones are. */
function valueLines({ value }: Tag, { values, syntax }: TagWord): string[] {
  if (!values) return [`Written \`${syntax}\`.`]
  const written = new Set(value.split(':').map((part) => part.trim().toLowerCase()))
  const meant = values.filter(([known]) => written.has(known.toLowerCase()))
  return (meant.length ? meant : values).map(([known, meaning]) => `\`${known}\`: ${meaning}`)
}
