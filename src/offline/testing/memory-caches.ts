/** Caches in memory: as much of them as a store uses. */
export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>()

  open(name: string): Promise<Cache> {
    const cache = this.#caches.get(name) ?? new MemoryCache()
    this.#caches.set(name, cache)
    return Promise.resolve(cache as unknown as Cache)
  }
  has = (name: string): Promise<boolean> => Promise.resolve(this.#caches.has(name))
  keys = (): Promise<string[]> => Promise.resolve([...this.#caches.keys()])
  delete = (name: string): Promise<boolean> => Promise.resolve(this.#caches.delete(name))
}

class MemoryCache {
  readonly #stored = new Map<string, Response>()

  match = (url: string): Promise<Response | undefined> =>
    Promise.resolve(this.#stored.get(url)?.clone())
  keys = () => Promise.resolve([...this.#stored.keys()].map((url) => ({ url })))
  put(url: string, response: Response): Promise<void> {
    this.#stored.set(url, response)
    return Promise.resolve()
  }
  delete = (url: string): Promise<boolean> => Promise.resolve(this.#stored.delete(url))
}
