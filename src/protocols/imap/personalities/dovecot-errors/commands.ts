import { parseSequenceSet } from '../../data/sequence-set.ts'
import { fetchItemsError, fetchModifiersError } from './fetch.ts'
import type { Argument } from './read.ts'
import { searchError } from './search.ts'

interface Given {
  readonly values: readonly Argument[]
  readonly typed: string
  /** What is said of a set of messages that is none. */
  readonly set: string
}

/** @returns `undefined` where the command says no more than that its arguments are invalid. */
type ErrorOf = (given: Given) => string | undefined

const INVALID = 'Invalid arguments'
const MISSING = 'Missing arguments'

const isSet = (argument: Argument | undefined): boolean =>
  argument?.kind === 'atom' &&
  (argument.text === '$' || parseSequenceSet(argument.text) !== undefined)

const isName = (argument: Argument | undefined): boolean =>
  argument !== undefined && argument.kind !== 'list'

const isWord = (argument: Argument | undefined, word: string): boolean =>
  argument?.kind === 'atom' && argument.text.toUpperCase() === word

/** The first `count` arguments must be there. */
const atLeast =
  (count: number, then: ErrorOf = () => INVALID): ErrorOf =>
  (given) =>
    given.values.length < count ? MISSING : then(given)

const transfer = atLeast(2, ({ values, set }) => (isSet(values[0]) ? INVALID : set))

const fetch: ErrorOf = ({ values, typed, set }) => {
  const [numbers, items] = values
  if (!numbers || !items || numbers.kind === 'list') return INVALID
  const after = typed.slice(typed.indexOf(' ') + 1).trimStart()
  const modifiers = after.startsWith('(') || values.length === 3 ? values[2] : undefined
  const isBracketed = /\[/.test(items.text)
  if (values.length > 3 && items.kind === 'atom' && !isBracketed) return INVALID
  if (!isSet(numbers)) return set
  const error = fetchItemsError(items, after)
  if (error !== INVALID || !modifiers || isBracketed) return error
  return fetchModifiersError(modifiers, set)
}

const flagError = (flags: readonly Argument[]): string => {
  const words = flags.flatMap((flag) => (flag.kind === 'list' ? flag.items : [flag]))
  const known = ['\\ANSWERED', '\\FLAGGED', '\\DELETED', '\\SEEN', '\\DRAFT']
  const wrong = words.find(
    ({ text }) => text.startsWith('\\') && !known.includes(text.toUpperCase()),
  )
  return wrong ? `Invalid system flag ${wrong.text.toUpperCase()}` : INVALID
}

const store: ErrorOf = ({ values, set }) => {
  if (values.length < 2) return INVALID
  if (!isSet(values[0])) return set
  const [, modifiers] = values
  if (modifiers!.kind !== 'list') return flagsOrInvalid(values.slice(1))
  const [name, value] = modifiers!.items
  if (!isWord(name, 'UNCHANGEDSINCE')) return 'Unknown STORE modifier'
  if (!value) return 'Invalid STORE modifiers'
  return /^\d+$/.test(value.text) ? flagsOrInvalid(values.slice(2)) : 'Invalid modseq'
}

const flagsOrInvalid = ([action, ...flags]: readonly Argument[]): string =>
  /^[+-]?FLAGS(?:\.SILENT)?$/i.test(action?.text ?? '') ? flagError(flags) : INVALID

const search: ErrorOf = ({ values }) => {
  let keys = values
  if (isWord(keys[0], 'RETURN') && keys[1]?.kind === 'list') {
    const known = ['MIN', 'MAX', 'ALL', 'COUNT', 'SAVE']
    if (keys[1].items.some(({ text }) => !known.includes(text.toUpperCase())))
      return 'Unknown SEARCH return option'
    keys = keys.slice(2)
  }
  if (isWord(keys[0], 'CHARSET')) {
    if (!isName(keys[1])) return 'Invalid charset argument'
    keys = keys.slice(2)
  }
  return searchError(keys)
}

const sort: ErrorOf = ({ values: [program, charset, ...keys] }) => {
  if (program?.kind !== 'list') return 'Invalid sort argument'
  const words = program.items.map(({ text }) => text.toUpperCase())
  if (words.length === 0) return 'Empty sort program'
  const known = 'ARRIVAL CC DATE DISPLAYFROM DISPLAYTO FROM REVERSE SIZE SUBJECT TO'.split(' ')
  const unknown = words.find((word) => !known.includes(word))
  if (unknown !== undefined) return `Unknown sort argument: ${unknown}`
  if (words.at(-1) === 'REVERSE') return 'Sort list ends with REVERSE'
  return isName(charset) ? searchError(keys) : 'Invalid charset argument'
}

const thread: ErrorOf = ({ values: [algorithm, charset, ...keys] }) => {
  if (!isName(algorithm) || !isName(charset)) return INVALID
  const known = ['ORDEREDSUBJECT', 'REFERENCES']
  return known.includes(algorithm!.text.toUpperCase())
    ? searchError(keys)
    : 'Unknown thread algorithm'
}

const statusItems = 'MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN SIZE HIGHESTMODSEQ'.split(' ')

const statusItemsError = (list: Argument | undefined): string | undefined => {
  if (list?.kind !== 'list') return INVALID
  if (list.items.length === 0) return 'Empty status list'
  const unknown = list.items.find(({ text }) => !statusItems.includes(text.toUpperCase()))
  return unknown && `Invalid status item ${unknown.text.toUpperCase()}`
}

const select: ErrorOf = ({ values: [name, parameters] }) =>
  !isName(name) || parameters?.kind !== 'list'
    ? INVALID
    : isWord(parameters.items[0], 'QRESYNC')
      ? 'QRESYNC not enabled'
      : 'Unknown FETCH modifier'

const list: ErrorOf = ({ values }) => {
  const options = values[0]?.kind === 'list' ? values[0] : undefined
  const known = ['SUBSCRIBED', 'REMOTE', 'RECURSIVEMATCH', 'SPECIAL-USE']
  if (options?.items.some(({ text }) => !known.includes(text.toUpperCase())))
    return 'Unknown select options'
  const [reference, pattern, ...rest] = options ? values.slice(1) : values
  if (!isName(reference)) return 'Invalid reference'
  if (!pattern) return 'Invalid pattern'
  return returnOptionsError(rest)
}

function returnOptionsError([word, options, ...rest]: readonly Argument[]): string {
  if (!isWord(word, 'RETURN') || options?.kind !== 'list' || rest.length > 0)
    return 'Extra arguments'
  const known = ['SUBSCRIBED', 'CHILDREN', 'SPECIAL-USE', 'STATUS']
  const words = options.items.filter(({ kind }) => kind !== 'list')
  if (words.some(({ text }) => !known.includes(text.toUpperCase()))) return 'Unknown return options'
  const at = options.items.findIndex((item) => isWord(item, 'STATUS'))
  return (at >= 0 && statusItemsError(options.items[at + 1])) || 'Unknown return options'
}

const lsub: ErrorOf = ({ values: [reference, pattern] }) =>
  !isName(reference) ? 'Invalid reference' : !isName(pattern) ? 'Invalid pattern' : undefined

const append: ErrorOf = ({ values: [name, ...rest] }) => {
  if (!name) return MISSING
  if (rest.length === 0) return 'Missing message size'
  const flags = rest[0]!.kind === 'list' ? flagError([rest[0]!]) : INVALID
  if (flags !== INVALID) return flags
  const date = rest[0]!.kind === 'list' ? rest[1] : rest[0]
  const isDate = /^[ \d]\d-[a-z]{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4}$/i.test(date?.text ?? '')
  return date?.kind === 'string' && date.text !== '' && !isDate ? 'Invalid internal date' : INVALID
}

/** By verb, without `UID`. A verb that is absent has nothing of its own to say. */
export const commandErrors: Readonly<Record<string, ErrorOf>> = {
  APPEND: append,
  COPY: transfer,
  CREATE: atLeast(1),
  DELETE: atLeast(1),
  EXPUNGE: atLeast(1, ({ values, set }) => (isSet(values[0]) ? INVALID : set)),
  EXAMINE: select,
  FETCH: fetch,
  LIST: list,
  LSUB: lsub,
  MOVE: transfer,
  RENAME: atLeast(2),
  SEARCH: search,
  SELECT: select,
  SORT: sort,
  STATUS: atLeast(2, ({ values }) => statusItemsError(values[1])),
  STORE: store,
  SUBSCRIBE: atLeast(1),
  THREAD: thread,
  UNSUBSCRIBE: atLeast(1),
}
