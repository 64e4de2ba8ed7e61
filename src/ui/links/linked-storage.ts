import type { LinkedWork } from '../../lab/link/link.ts'
import { nothingDone, type Saved } from '../state/saved.ts'
import { keyOf, type BrowserStorage } from '../state/storage.ts'

/** A storage of its own for work that a link brought, until its reader wants it as theirs. */
export interface LinkedStorage extends BrowserStorage {
  /**
   * From here on all goes to the browser's storage, this work first. Throws where there is no room for it: then the
   * storage is as it was.
   */
  keep(): void
}

/** @param own The browser's storage; may throw where it is blocked. */
export function linkedStorage(work: LinkedWork, own: () => BrowserStorage): LinkedStorage {
  const texts = new Map([[keyOf(work.slug), JSON.stringify(savedOf(work))]])
  let kept: BrowserStorage | undefined
  return {
    getItem: (key) => (kept ? kept.getItem(key) : (texts.get(key) ?? null)),
    setItem: (key, text) => (kept ? kept.setItem(key, text) : void texts.set(key, text)),
    removeItem: (key) => (kept ? kept.removeItem(key) : void texts.delete(key)),
    keep() {
      const storage = own()
      const before = [...texts.keys()].map((key) => [key, storage.getItem(key)] as const)
      try {
        for (const [key, text] of texts) storage.setItem(key, text)
      } catch (error) {
        for (const [key, text] of before)
          if (text === null) storage.removeItem(key)
          else storage.setItem(key, text)
        throw error
      }
      kept = storage
    },
  }
}

/** Linked work as this browser would have stored it. */
export function savedOf({ slug: _, v: _v, journal, ...work }: LinkedWork): Saved {
  const zones: Record<string, string> = {}
  for (const input of journal)
    if (input.kind === 'edit') zones['zone' in input ? input.zone : input.document] = input.text
  return { ...nothingDone, ...work, journal, zones }
}

/** What a link carries of stored work. */
export function linkedOf(slug: string, saved: Saved): LinkedWork {
  const { edition, variant, step, terminal, journal, world } = saved
  return {
    ...{ v: 1, slug, edition },
    ...(variant !== undefined && { variant }),
    ...(step !== undefined && { step }),
    ...(terminal !== undefined && { terminal }),
    ...(world && { world }),
    journal,
  }
}
