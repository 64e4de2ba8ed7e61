import { openStorage, type BrowserStorage, type WorkStorage } from '../state/storage.ts'

/** What a tab keeps of a branch from the presenter's screen, beside all else. */
const named = (key: string): string => `helo-world/branch/${key}`

/** Where a branch is kept for as long as its tab is there. */
export const branchStorage = (): WorkStorage =>
  openStorage(() => {
    const storage = sessionStorage
    return {
      getItem: (key) => storage.getItem(named(key)),
      setItem: (key, text) => storage.setItem(named(key), text),
      removeItem: (key) => storage.removeItem(named(key)),
    }
  })

/** A storage that is gone with its page: what others do is kept nowhere. */
export function nowhere(): BrowserStorage {
  const texts = new Map<string, string>()
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }
}
