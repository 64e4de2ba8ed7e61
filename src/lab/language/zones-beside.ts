import { parseZone } from '../../dns/zone/parse.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import type { World } from '../../world/world.ts'

/** A zone as somebody has it who asks about another one. */
export interface ZoneBeside {
  readonly origin: string
  readonly text: string
}

/** By origin: of each the text that was read last, since who asks changes one of them. */
const known = new Map<string, Zone>()

/** Zones that are remembered as read; with more of them none is. */
const MOST = 200

/** The zones of an Internet: those that came with the question, or those of the lab's world. */
export function zonesBeside(
  beside: readonly ZoneBeside[] | undefined,
  world: World | undefined,
): readonly Zone[] {
  return beside?.map(read) ?? world?.zones ?? []
}

function read({ origin, text }: ZoneBeside): Zone {
  const before = known.get(origin)
  if (before?.text === text) return before
  const { zone } = parseZone(text, { origin })
  if (known.size >= MOST) known.clear()
  known.set(origin, zone)
  return zone
}
