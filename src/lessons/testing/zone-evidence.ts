import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { World } from '../../world/world.ts'
import type { Evidence } from '../evidence.ts'
import { evidence } from './evidence.ts'

const START = '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\n'

/** Evidence of the zone `example.org` with these lines below its start. */
export function zoneEvidence(lines: readonly string[]): Evidence {
  const { zone } = parseZone(`${START}${lines.join('\n')}\n`, { origin: 'example.org' })
  const seen = evidence({})
  const world = { ...seen.world, zones: [zone], resolver: createResolver([zone]) }
  return { ...seen, world: world as unknown as World }
}
