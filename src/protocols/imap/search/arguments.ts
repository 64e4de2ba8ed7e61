import type { SearchKey } from '../data/search/search-key.ts'
import { exactly, keyword, listOrEmpty, sequence, space, whereStarts } from '../wire/combine.ts'
import { failed, type Parser, type Read, type Reader } from '../wire/reader.ts'
import { astring } from '../wire/strings.ts'
import { decoderFor, defaultDecoder } from './charsets.ts'
import { searchKeys } from './keys.ts'

/** What SEARCH RETURN asks for (RFC 4731 §3.1, RFC 5182 §2). */
export type ReturnOption = 'MIN' | 'MAX' | 'ALL' | 'COUNT' | 'SAVE'

export interface SearchArguments {
  /** Absent where the client asks for the response of IMAP4rev1. */
  readonly wanted: readonly ReturnOption[] | undefined
  readonly charset: string | undefined
  readonly key: SearchKey | UnknownCharset
}

/** The server does not read keys in a charset that it does not know. */
export interface UnknownCharset {
  readonly key: 'unknown-charset'
}

const returnOptions: Parser<readonly ReturnOption[]> = (reader) => {
  const read = sequence(
    exactly('RETURN'),
    space,
    listOrEmpty(keyword('MIN', 'MAX', 'ALL', 'COUNT', 'SAVE')),
    space,
  )(reader)
  return read === failed ? failed : read[2]
}

/** `[RETURN (…)] [CHARSET …] key …` */
export const searchArguments: Parser<SearchArguments> = (reader) => {
  const before = sequence(
    whereStarts('RETURN (', returnOptions, undefined),
    whereStarts('CHARSET ', sequence(exactly('CHARSET'), space, astring, space), undefined),
  )(reader)
  if (before === failed) return failed
  const [wanted, named] = before
  const charset = named?.[2]
  const key = keysIn(reader, charset)
  return key === failed ? failed : { wanted, charset, key }
}

/** Reads the keys. @param charset Absent where the client names none. */
function keysIn(reader: Reader, charset: string | undefined): Read<SearchKey | UnknownCharset> {
  const decode = charset === undefined ? defaultDecoder : decoderFor(charset)
  if (decode) return searchKeys(decode)(reader)
  reader.at = reader.text.length
  return { key: 'unknown-charset' }
}

interface KeysBehind<Before> {
  readonly before: Before
  readonly charset: string
  readonly key: SearchArguments['key']
}

/** The arguments of SORT and THREAD: something of their own, a charset, keys (RFC 5256 §5). */
export const keysBehind =
  <Before>(parser: Parser<Before>): Parser<KeysBehind<Before>> =>
  (reader) => {
    const read = sequence(parser, space, astring, space)(reader)
    if (read === failed) return failed
    const [before, , charset] = read
    const key = keysIn(reader, charset)
    return key === failed ? failed : { before, charset, key }
  }
