import type { Argument } from './read.ts'

const items =
  'UID FLAGS INTERNALDATE ENVELOPE BODYSTRUCTURE BODY MODSEQ RFC822 RFC822.SIZE RFC822.HEADER RFC822.TEXT'.split(
    ' ',
  )
const macros = ['ALL', 'FAST', 'FULL']

const SECTION =
  /^(?:\d+(?:\.\d+)*)?(?:(?:^|\.)(?:HEADER|TEXT|HEADER\.FIELDS(?:\.NOT)? \([^()]+\)))?$|^\d+(?:\.\d+)*\.MIME$/i
const BRACKETED = /^((?:BODY|BINARY)(?:\.PEEK|\.SIZE)?)\[/i

/** What is wrong with the items of FETCH, as they were typed behind the set. */
export function fetchItemsError(argument: Argument, typed: string): string {
  if (argument.kind === 'string') return 'Invalid arguments'
  if (argument.kind === 'list' && argument.items.length === 0) return 'FETCH list is empty'
  const isList = argument.kind === 'list'
  let rest = isList ? typed.replace(/^\(/, '') : typed
  while (rest !== '' && !rest.startsWith(')')) {
    if (rest.startsWith('(') || rest.startsWith('"')) return 'FETCH list contains non-atoms'
    const [length, error] = itemError(rest, isList)
    if (error !== undefined) return error
    rest = rest.slice(length).trimStart()
    if (!isList) break
  }
  return 'Invalid arguments'
}

/** How long the first item is, and what is wrong with it. */
function itemError(rest: string, isInList: boolean): readonly [length: number, error?: string] {
  const name = BRACKETED.exec(rest)?.[1]?.toUpperCase()
  if (name !== undefined) return bracketedError(rest, name.split('.')[0]!)
  const word = /^[^\s()]+/.exec(rest)![0]
  const item = word.toUpperCase()
  if (items.includes(item) || (!isInList && macros.includes(item))) return [word.length]
  return [word.length, `Unknown parameter${item.startsWith('RFC822.') ? '' : ':'} ${item}`]
}

function bracketedError(rest: string, name: string): readonly [length: number, error?: string] {
  const open = rest.indexOf('[')
  const close = rest.indexOf(']')
  if (close < 0) return [rest.length, `Invalid ${name}[..] parameter: Missing ']'`]
  if (!SECTION.test(rest.slice(open + 1, close))) return [0, `Invalid ${name}[..] section`]
  const partial = /^<[^>\s]*>?/.exec(rest.slice(close + 1))?.[0] ?? ''
  if (partial !== '' && !/^<\d+(?:\.\d+)?>$/.test(partial))
    return [0, `Invalid ${name}[..] parameter: Too big partial start`]
  return [close + 1 + partial.length]
}

/** What is wrong with what stands behind the items: `(CHANGEDSINCE 1)`. */
export function fetchModifiersError({ kind, items: words }: Argument, set: string): string {
  if (kind !== 'list') return 'Invalid arguments'
  const names = words.map(({ text }) => text.toUpperCase())
  const since = names.indexOf('CHANGEDSINCE')
  if (since >= 0 && !/^\d+$/.test(names[since + 1] ?? '')) return 'Invalid CHANGEDSINCE modseq'
  const isByUid = set === 'Invalid uidset'
  return isByUid && names.includes('VANISHED') ? 'QRESYNC not enabled' : 'Unknown FETCH modifier'
}
