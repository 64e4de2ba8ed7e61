import { statusItems, type StatusItem } from '../responses/status.ts'
import { keyword, listOrEmpty, map, oneOf, sequence, space } from '../wire/combine.ts'
import { exactly } from '../wire/combine.ts'
import type { Parser } from '../wire/reader.ts'

/** How LIST selects names, and what it returns beside them (RFC 9051 §6.3.9, RFC 5258 §3). */
export type SelectOption = 'SUBSCRIBED' | 'REMOTE' | 'RECURSIVEMATCH' | 'SPECIAL-USE'

export const selectOptions: Parser<readonly SelectOption[]> = listOrEmpty(
  keyword('SUBSCRIBED', 'REMOTE', 'RECURSIVEMATCH', 'SPECIAL-USE'),
)

export type ReturnOption =
  | { readonly option: 'SUBSCRIBED' | 'CHILDREN' | 'SPECIAL-USE' }
  | { readonly option: 'STATUS'; readonly items: readonly StatusItem[] }

const returnOption: Parser<ReturnOption> = oneOf(
  map(keyword('SUBSCRIBED', 'CHILDREN', 'SPECIAL-USE'), (option): ReturnOption => ({ option })),
  map(sequence(exactly('STATUS'), space, statusItems), ([, , items]): ReturnOption => ({
    option: 'STATUS',
    items,
  })),
)

export const returnOptions: Parser<readonly ReturnOption[]> = map(
  sequence(exactly('RETURN'), space, listOrEmpty(returnOption)),
  ([, , options]) => options,
)
