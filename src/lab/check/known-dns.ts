import { isWithin, normalizeName } from '../../core/domain.ts'
import type { ParsedZone } from '../../dns/zone/parse-with.ts'
import { zoneAnswers } from '../../lint/zone-answers.ts'
import { knownRecords, type KnownDns } from './known-records.ts'
import type { Opened } from './opened.ts'

export type { KnownDns } from './known-records.ts'

/** The zones of a text. */
export const zonesIn = (one: Opened): readonly ParsedZone[] =>
  one.kind === 'zone' ? [one.parsed, ...(one.others ?? [])] : []

export function knownDns(opened: readonly Opened[]): KnownDns {
  const zones = opened.flatMap(zonesIn).map(({ zone }) => zone)
  return knownRecords(opened, zones, zoneAnswers(zones, 'unknown', 'unknown'))
}

/** Whether a zone that was pasted holds the name. */
export const isOfZones = (name: string, { zones }: KnownDns): boolean =>
  zones.some(({ origin }) => isWithin(normalizeName(name), origin))
