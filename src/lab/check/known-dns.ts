import { isWithin, normalizeName } from '../../core/domain.ts'
import { zoneAnswers } from '../../lint/zone-answers.ts'
import { knownRecords, type KnownDns } from './known-records.ts'
import type { Opened } from './opened.ts'

export type { KnownDns } from './known-records.ts'

export function knownDns(opened: readonly Opened[]): KnownDns {
  const zones = opened.flatMap((one) =>
    one.kind === 'zone' ? [one.parsed, ...(one.others ?? [])].map(({ zone }) => zone) : [],
  )
  return knownRecords(opened, zones, zoneAnswers(zones, 'unknown', 'unknown'))
}

/** Whether a zone that was pasted holds the name. */
export const isOfZones = (name: string, { zones }: KnownDns): boolean =>
  zones.some(({ origin }) => isWithin(normalizeName(name), origin))
