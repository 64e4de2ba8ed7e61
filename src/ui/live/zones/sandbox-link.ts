import { utf8 } from '../../../core/bytes.ts'
import { isSameDomain } from '../../../core/idna.ts'
import { linkLimits } from '../../../lab/link/link.ts'
import { writeLink } from '../../../lab/link/write-link.ts'
import { isOwnWorld } from '../../../lab/own-world/own-world.ts'
import type { ZoneText } from '../../../lab/types.ts'

/**
 * The address of the sandbox with the world of a bridge.
 * @param world As the bridge began, from `bridge/world`.
 * @param zones The texts that its zones have now.
 * @param desk The host that programs are taken for.
 * @returns `undefined` where it is more than a link or the sandbox takes.
 */
export function sandboxLink(
  world: unknown,
  zones: readonly Pick<ZoneText, 'origin' | 'text'>[],
  desk: string,
  sandbox: URL,
): URL | undefined {
  const own = { desk, suggestions: [], world }
  if (!isOwnWorld(own)) return undefined
  const { hosts } = own.world
  const state = {
    ...own,
    desk: hosts.some(({ name }) => name === desk) ? desk : (hosts[0]?.name ?? ''),
    world: {
      ...own.world,
      zones: own.world.zones.map((zone) => {
        const now = zones.find(({ origin }) => isSameDomain(origin, zone.origin))
        return { ...zone, text: now?.text ?? zone.text, editable: true }
      }),
    },
  }
  const work = { v: 1, slug: 'sandbox', edition: 1, world: state, journal: [] } as const
  if (utf8(JSON.stringify(work)).length > linkLimits.unpacked) return undefined
  const code = writeLink(work)
  if (code.length > linkLimits.read) return undefined
  const address = new URL(sandbox)
  address.hash = code
  return address
}
