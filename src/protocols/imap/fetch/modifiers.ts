import { check, exactly, keyword, list, oneOf, words } from '../wire/combine.ts'
import type { Parser } from '../wire/reader.ts'
import { bigNumber } from '../wire/numbers.ts'

/** RFC 7162 §3.1.4.1 and §3.2.6. */
export interface FetchModifiers {
  readonly changedSince: number
  readonly vanished: 'asked' | 'unasked'
}

/** `(CHANGEDSINCE 12345 VANISHED)` */
export const fetchModifiers: Parser<FetchModifiers> = check(
  list(oneOf(words(exactly('CHANGEDSINCE'), bigNumber), keyword('VANISHED'))),
  (found): FetchModifiers | { readonly because: string } => {
    const since = found.find((one) => one !== 'VANISHED')
    if (!since) return { because: 'VANISHED stands beside CHANGEDSINCE' }
    const vanished = found.includes('VANISHED') ? 'asked' : 'unasked'
    return { changedSince: since[1], vanished }
  },
)
