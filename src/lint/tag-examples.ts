import { rightOwner } from '../auth/owner-pattern.ts'
import type { RecordFormat, TagFormat } from '../auth/tag-format.ts'
import { parseTagList } from '../auth/tag-list.ts'

/** The tags of the format's example, as written. */
export const exampleTags = ({ example }: TagFormat): string[] =>
  parseTagList(example).tags.map(({ span }) => example.slice(span.from, span.to))

/** Tags as one text. */
export const joinTags = (...tags: readonly string[]): string => tags.join('; ')

/** The name at which `example.com` has such a record. */
export const exampleOwner = ({ owner }: RecordFormat): string => rightOwner(owner, 'example.com')

/** The line of a record, as examples write it. */
export const recordLine = (owner: string, text: string): string => `${owner} TXT ${text}`
