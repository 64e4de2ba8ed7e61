import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { BridgeFacts } from '../../world/bridge-facts.ts'

/** The zones of a bridge, and a resolver over them, as its world has them. */
export function namesOf({ zones: texts }: Pick<BridgeFacts, 'zones'>) {
  const zones = texts.map(({ origin, text }) => parseZone(text, { origin }).zone)
  return { zones, resolver: createResolver(zones) }
}
