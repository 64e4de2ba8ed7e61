/** What judges lines of a zone: a record alone does without. */
import { zoneFamilyOf } from '../../lint/dns/family-of.ts'

export { parsePlainZone } from '../../dns/zone/parse-plain.ts'
export { lintZonesWith } from '../../lint/lint-zones-with.ts'
export { knownDns } from '../check/known-dns.ts'
export { zoneNameOf } from '../check/zone-named.ts'

/** The rules that concern every zone. */
export const commonFamily = zoneFamilyOf()
