import type { Term } from '../../auth/spf/record.ts'

/** The domain that a term names, macros and all. */
export function domainOf(term: Term) {
  if (term.kind === 'mechanism') return term.domain
  const known = term.name === 'redirect' || term.name === 'exp'
  return known && term.kind === 'modifier' ? term.value : undefined
}
