import { KEYWORD } from '../limits.ts'
import { list, listOrEmpty, oneOf, several } from './combine.ts'
import { fail, failed, match, peek, type Parser, type Read, type Reader } from './reader.ts'
import { atom } from './strings.ts'

/** RFC 9051 §2.3.2, the flags that a client may set. */
export const settableFlags = ['\\Answered', '\\Flagged', '\\Deleted', '\\Seen', '\\Draft'] as const

/** RFC 9051 §9: `flag`. System flags come out in the RFC's spelling; a client cannot set `\Recent`. */
export function flag(reader: Reader): Read<string> {
  const from = reader.at
  const isSystem = peek(reader) === '\\'
  if (isSystem) reader.at++
  const word = atom(reader)
  if (word === failed) return failed
  if (!isSystem)
    return word.length > KEYWORD
      ? fail(reader, `A keyword has at most ${KEYWORD} letters`, from)
      : word
  const known = settableFlags.find((name) => name.toLowerCase() === `\\${word.toLowerCase()}`)
  return known ?? fail(reader, `There is no flag \`\\${word}\` that can be set`, from)
}

/** `(\Seen $Forwarded)` or, for STORE, without parentheses. */
export const flagList: Parser<readonly string[]> = listOrEmpty(flag)

export const flagsOfStore: Parser<readonly string[]> = oneOf(flagList, several(flag))

/** An attribute with its backslash: `\Sent`, `\Marked`. */
export function attribute(reader: Reader): Read<string> {
  return (
    match(reader, /\\[A-Za-z]+/y) ?? fail(reader, 'An attribute belongs here, such as `\\Sent`')
  )
}

export const attributeList: Parser<readonly string[]> = list(attribute)
