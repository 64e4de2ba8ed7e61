import { isWithin } from '../../core/domain.ts'
import { aboveServices, zoneNameIn, zoneNameOfFile } from '../../dns/zone/zone-name.ts'
import { domainIn } from './named-text.ts'
import { wholeOwners } from './zone-named.ts'

/** Domains that are read of one text beside its own. */
const MOST_OTHERS = 20

/**
 * The domains of the whole names that are not in a zone, as answers about several domains have them;
 * none where the zone's name is no guess from the names of its records.
 */
export function otherDomains(name: string, text: string, origin: string): readonly string[] {
  if (domainIn(name) ?? zoneNameOfFile(name) ?? zoneNameIn(text)) return []
  const domains: string[] = []
  const owners = wholeOwners(text.slice(0, 100_000))
    .map(aboveServices)
    .toSorted((a, b) => a.length - b.length)
  for (const owner of owners)
    if (domains.length < MOST_OTHERS && ![origin, ...domains].some((one) => isWithin(owner, one)))
      domains.push(owner)
  return domains
}
