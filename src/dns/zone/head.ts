import { parseDuration } from './duration.ts'
import { isClass, typeNumber } from './type-numbers.ts'
import type { Word } from './tokens.ts'

/** What stands before a record's data. */
export interface Head {
  readonly owner?: Word | undefined
  readonly ttl?: Word | undefined
  readonly class?: Word | undefined
  /** Absent where the line ends before it. */
  readonly type?: Word | undefined
  /** What follows the type. */
  readonly data: readonly Word[]
}

/**
 * Sorts the words of a record: TTL and class may come in either order, or not at all; what is
 * neither is the type (RFC 1035 §5.1).
 */
export function readHead(words: readonly Word[], indented: boolean): Head {
  let at = 0
  const owner = indented ? undefined : words[at++]
  let ttl: Word | undefined
  let kind: Word | undefined
  for (; at < words.length; at++) {
    const word = words[at]!
    if (word.quoted) break
    if (!ttl && parseDuration(word.raw) !== undefined) ttl = word
    else if (!kind && isClass(word.raw)) kind = word
    else break
  }
  return { owner, ttl, class: kind, type: words[at], data: words.slice(at + 1) }
}

/** The same of a line that may be half written: a word in the type's place that names none is data. */
export function sortWords(words: readonly Word[], indented: boolean): Head {
  const head = readHead(words, indented)
  const { type, data } = head
  if (!type || (!type.quoted && typeNumber(type.raw) !== undefined)) return head
  return { ...head, type: undefined, data: [type, ...data] }
}
