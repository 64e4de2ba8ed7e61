/** What judges lines of a zone: a record alone does without. */
export { parsePlainZone } from '../../dns/zone/parse-plain.ts'
export { lintZonesWith } from '../../lint/lint-zones-with.ts'
export { familiesOfZones } from '../../lint/own-zone-families.ts'
export { knownDns } from '../check/known-dns.ts'
