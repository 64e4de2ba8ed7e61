import type { AnyFamily } from './family.ts'
import { spfDnsFamily } from './spf/dns-dependent-family.ts'
import { spfFamily } from './spf/family.ts'

/** Families whose rules judge SPF records. */
export const familiesOfSpf: readonly AnyFamily[] = [spfFamily, spfDnsFamily]
