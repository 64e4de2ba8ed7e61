import type { SyntaxProblem } from '../../../shared/syntax-problem.ts'
import { listOrEmpty, map, maybe, sequence, space, words } from '../../wire/combine.ts'
import type { CommandLine } from '../../wire/command-line.ts'
import { fail, failed, match, readerOf, readWhole, type Parser } from '../../wire/reader.ts'
import { knownNumbers } from '../../wire/sets.ts'
import type { ServerData } from './data.ts'
import { fetched } from './fetch.ts'
import { extendedSearch, foundNumbers } from './search.ts'
import { statusText } from './status.ts'
import { anything, mailbox, optionalText, serverFlag, serverFlags } from './texts.ts'

export type DataRead =
  | { readonly ok: true; readonly data: ServerData }
  | { readonly ok: false; readonly problem: SyntaxProblem }

/**
 * Reads an untagged response (RFC 9051 §7). Never throws; a problem counts in the text.
 * @param line Begins with `* `.
 */
export function readData(line: CommandLine): DataRead {
  const reader = readerOf(line, 2, 'utf8')
  const read = readWhole(untagged, reader)
  return read.ok ? { ok: true, data: read.value } : read
}

const untagged: Parser<ServerData> = (reader) => {
  const count = match(reader, /\d{1,10}(?= )/y)
  if (count !== undefined) return numbered(Number(count))(reader)
  const word = match(reader, /[A-Za-z][A-Za-z0-9-]*/y)?.toUpperCase()
  if (word === undefined)
    return fail(reader, 'A number or a word belongs here, such as OK or FLAGS')
  const known = byWord[word]
  return known ? known(reader) : other(word)(reader)
}

const numbered =
  (number: number): Parser<ServerData> =>
  (reader) => {
    const word = match(reader, / [A-Za-z]+/y)
      ?.trim()
      .toUpperCase()
    switch (word) {
      case 'EXISTS':
      case 'RECENT':
      case 'EXPUNGE':
        return { type: word.toLowerCase() as 'exists' | 'recent' | 'expunge', number }
      case 'FETCH':
        return map(fetched(number), (message): ServerData => ({ type: 'fetch', ...message }))(
          reader,
        )
      default:
        return fail(reader, 'EXISTS, RECENT, EXPUNGE or FETCH belongs behind a number')
    }
  }

/** An extension's data has a form that this client does not know. */
const other =
  (word: string): Parser<ServerData> =>
  (reader) => {
    const text = reader.text.slice(reader.at).trim()
    reader.at = reader.text.length
    return { type: 'other', word, text }
  }

const status =
  (word: 'OK' | 'NO' | 'BAD' | 'BYE' | 'PREAUTH'): Parser<ServerData> =>
  (reader) => {
    const rest = statusText(reader.text.slice(reader.at))
    reader.at = reader.text.length
    return { type: 'status', status: word, ...rest }
  }

const names: Parser<readonly string[]> = (reader) => {
  const found = reader.text.slice(reader.at).trim().split(/ +/)
  reader.at = reader.text.length
  return found.filter((name) => name !== '').map((name) => name.toUpperCase())
}

const listed = sequence(
  space,
  listOrEmpty(serverFlag),
  space,
  optionalText,
  space,
  mailbox,
  maybe(anything),
)

const listing = (type: 'list' | 'lsub'): Parser<ServerData> =>
  map(listed, ([, attributes, , delimiter, , name]) => ({ type, attributes, delimiter, name }))

/** A name and its value. */
const countPair: Parser<readonly [string, string]> = (reader) => {
  const name = match(reader, /[A-Za-z][A-Za-z0-9-]*(?= )/y)?.toUpperCase()
  if (name === undefined) return fail(reader, 'A name and a number belong here')
  const value = sequence(space, anything)(reader)
  return value === failed ? failed : [name, value[1]]
}

const counts = sequence(
  space,
  words(
    mailbox,
    map(listOrEmpty(countPair), (pairs) => new Map(pairs)),
  ),
)

const vanished: Parser<ServerData> = (reader) => {
  const when = match(reader, / \(EARLIER\)/iy) === undefined ? 'now' : 'earlier'
  return map(sequence(space, knownNumbers), ([, uids]): ServerData => ({
    ...{ type: 'vanished', when, uids },
  }))(reader)
}

const byWord: Readonly<Record<string, Parser<ServerData>>> = {
  OK: status('OK'),
  NO: status('NO'),
  BAD: status('BAD'),
  BYE: status('BYE'),
  PREAUTH: status('PREAUTH'),
  CAPABILITY: map(names, (capabilities) => ({ type: 'capability', capabilities })),
  ENABLED: map(names, (capabilities) => ({ type: 'enabled', capabilities })),
  FLAGS: map(sequence(space, serverFlags), ([, flags]) => ({ type: 'flags', flags })),
  LIST: listing('list'),
  LSUB: listing('lsub'),
  STATUS: map(counts, ([, [name, values]]) => ({ type: 'counts', name, values })),
  SEARCH: map(foundNumbers, (found) => ({ type: 'search', ...found })),
  SORT: map(foundNumbers, ({ numbers = [] }) => ({ type: 'sort', numbers })),
  ESEARCH: map(extendedSearch, (found) => ({ type: 'search', ...found })),
  VANISHED: vanished,
}
