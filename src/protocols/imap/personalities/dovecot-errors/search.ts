import type { Argument } from './read.ts'

const alone =
  'ALL ANSWERED DELETED DRAFT FLAGGED NEW OLD RECENT SEEN UNANSWERED UNDELETED UNDRAFT UNFLAGGED UNSEEN $'.split(
    ' ',
  )
const texts = ['BCC', 'BODY', 'CC', 'FROM', 'KEYWORD', 'SUBJECT', 'TEXT', 'TO', 'UNKEYWORD']
const dates = ['BEFORE', 'ON', 'SINCE', 'SENTBEFORE', 'SENTON', 'SENTSINCE']

/** Keys with a value that has a form, and what Dovecot says of another. */
const formed: Readonly<Record<string, readonly [form: RegExp, error: string]>> = {
  ...Object.fromEntries(
    dates.map((key) => [
      key,
      [/^\d{1,2}-[a-z]{3}-\d{4}$/i, 'Invalid search date parameter'] as const,
    ]),
  ),
  LARGER: [/^\d+$/, 'Invalid search size parameter'],
  SMALLER: [/^\d+$/, 'Invalid search size parameter'],
  OLDER: [/^0*[1-9]\d*$/, 'Invalid search interval parameter'],
  YOUNGER: [/^0*[1-9]\d*$/, 'Invalid search interval parameter'],
  MODSEQ: [/^\d+$/, 'Invalid MODSEQ value'],
  UID: [/^(?:\$|[\d*][\d*:,]*)$/, 'Invalid UID messageset'],
}

const MISSING = 'Missing argument'

/** What is wrong with the keys of SEARCH, SORT or THREAD; `undefined` where Dovecot finds nothing. */
export function searchError(keys: readonly Argument[]): string | undefined {
  if (keys.length === 0) return 'Missing search parameters'
  for (let at = 0; at < keys.length;) {
    const read = keyError(keys, at)
    if (typeof read === 'string') return read
    at = read
  }
  return undefined
}

/** @returns Where the next key begins, or what is wrong with this one. */
function keyError(keys: readonly Argument[], at: number): number | string {
  const key = keys[at]
  if (!key) return MISSING
  if (key.kind === 'list')
    return key.items.length === 0
      ? 'No search parameters inside list'
      : (searchError(key.items) ?? at + 1)
  const name = key.text.toUpperCase()
  if (name === 'NOT') return keyError(keys, at + 1)
  if (name === 'OR') {
    const left = keyError(keys, at + 1)
    return typeof left === 'string' ? left : keyError(keys, left)
  }
  if (alone.includes(name) || /^[\d*][\d*:,]*$/.test(name)) return at + 1
  return valuesError(keys, at, name)
}

function valuesError(keys: readonly Argument[], at: number, name: string): number | string {
  const form = Object.hasOwn(formed, name) ? formed[name] : undefined
  const count = name === 'HEADER' ? 2 : texts.includes(name) || form ? 1 : 0
  if (count === 0) return `Unknown argument ${name}`
  const values = keys.slice(at + 1, at + 1 + count)
  if (values.length < count) return `Missing parameter for search key (for search key: ${name})`
  if (values.some(({ kind }) => kind === 'list'))
    return `Invalid parameter for search key (for search key: ${name})`
  if (form && !form[0].test(values[0]!.text)) return form[1]
  return at + 1 + count
}
