import type { BrowserStorage } from './storage.ts'

const KEY = 'helo-world/path'

/** The id of the path that the learner chose; undefined for the whole course. */
export function chosenPath(storage: () => BrowserStorage): string | undefined {
  try {
    return storage().getItem(KEY) || undefined
  } catch {
    return undefined
  }
}

/** Keeps the choice; where storage is blocked it holds for the page. */
export function choosePath(id: string | undefined, storage: () => BrowserStorage): void {
  try {
    if (id) storage().setItem(KEY, id)
    else storage().removeItem(KEY)
  } catch {
    // The page has it all the same.
  }
}
