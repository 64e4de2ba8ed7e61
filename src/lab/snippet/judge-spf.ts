/** What judges SPF records: one that breaks the syntax needs more rules. */
import { spfDnsFamily } from '../../lint/spf/dns-dependent-family.ts'
import { spfFamilyOf } from '../../lint/spf/family-of.ts'
import type { AnyFamily } from '../../lint/family.ts'

export { haveSyntaxProblems } from '../../lint/spf/family-of.ts'

export const familiesOfSpf: readonly AnyFamily[] = [spfFamilyOf(), spfDnsFamily]
