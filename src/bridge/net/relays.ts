import type { Relay } from './relay.ts'

/** The mail connections of one bridge, all ports together. */
export interface Relays {
  count(): number
  /** @returns What to call once it is over. */
  add(relay: Relay): () => void
  /**
   * Lets all end what is under way, and cuts off who is still there after a while.
   * @param grace Milliseconds.
   */
  shutDown(grace: number): Promise<void>
}

export function createRelays(): Relays {
  const relays = new Set<Relay>()
  let emptied: (() => void) | undefined
  return {
    count: () => relays.size,
    add(relay) {
      relays.add(relay)
      return () => {
        relays.delete(relay)
        if (relays.size === 0) emptied?.()
      }
    },
    async shutDown(grace) {
      if (relays.size === 0) return
      for (const relay of relays) relay.shutDown()
      const cut = setTimeout(() => {
        for (const relay of relays) relay.destroy()
      }, grace)
      await new Promise<void>((resolve) => (emptied = resolve))
      clearTimeout(cut)
    },
  }
}
