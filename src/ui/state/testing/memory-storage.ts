import type { BrowserStorage } from '../storage.ts'

/** A browser's storage in memory, with room for `limit` characters a value. */
export function memoryStorage(
  limit = Infinity,
): BrowserStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    removeItem: (key) => void texts.delete(key),
    setItem(key, text) {
      if (text.length > limit) throw new DOMException('full', 'QuotaExceededError')
      texts.set(key, text)
    },
  }
}
