import type { MacroString } from '../../auth/spf/macro.ts'
import type { Term } from '../../auth/spf/record.ts'
import { targetName } from '../../auth/spf/target-name.ts'

/** The domain that an include or a redirect goes to, where no macro hides it. */
export function nextDomain(term: Term): string | undefined {
  if (term.kind === 'mechanism' && term.name === 'include') return plainName(term.domain)
  return term.kind === 'modifier' && term.name === 'redirect' ? plainName(term.value) : undefined
}

/** A domain-spec that is the same for every message; `undefined` where a macro stands in it. */
export const plainName = (domain: MacroString | undefined): string | undefined =>
  domain?.parts.every(({ kind }) => kind === 'literal') ? targetName(domain.text) : undefined
