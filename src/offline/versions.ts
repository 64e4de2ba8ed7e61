import { outdated, PAGES } from './plan.ts'
import { cachePrefix } from './stored-site.ts'

/** What is used of the browser's caches. */
export type BrowserCaches = Pick<CacheStorage, 'open' | 'has' | 'keys' | 'delete'>

/** The versions of a site that are stored, each in a cache of its own, and which page came from which. */
export class Versions {
  readonly #caches: BrowserCaches
  readonly #scope: string
  readonly #prefix: string

  /** @param scope The site's root; another site of the same origin has other caches. */
  constructor(caches: BrowserCaches, scope: string) {
    this.#caches = caches
    this.#scope = scope
    this.#prefix = cachePrefix(scope)
  }

  url = (path: string): string => new URL(path, this.#scope).href

  /** Makes room for a version. */
  async begin(version: string): Promise<void> {
    await this.#open(version)
  }

  has = (version: string): Promise<boolean> => this.#caches.has(this.#prefix + version)

  /** Opening a cache makes it: what was removed stays so. */
  async stored(version: string, path: string): Promise<Response | undefined> {
    if (!(await this.has(version))) return undefined
    return (await this.#open(version)).match(this.url(path))
  }

  /** In whichever version. @param first The one that is looked into first. */
  async find(path: string, first: string): Promise<Response | undefined> {
    const names = await this.#names()
    const others = names.map((name) => name.slice(this.#prefix.length))
    for (const version of [first, ...others]) {
      const found = await this.stored(version, path)
      if (found) return found
    }
    return undefined
  }

  async put(version: string, path: string, response: Response): Promise<void> {
    await (await this.#open(version)).put(this.url(path), response)
  }

  /** Notes which version a page came from. @param client The page's id. */
  note = (client: string, version: string): Promise<void> =>
    this.put(PAGES, `?${client}`, new Response(version))

  async versionOf(client: string): Promise<string | undefined> {
    return (await this.stored(PAGES, `?${client}`))?.text()
  }

  /** Removes what no page needs any more. @param clients The ids of all pages that are open. */
  async tidy(current: string, clients: readonly string[]): Promise<void> {
    const versions = await Promise.all(clients.map((client) => this.versionOf(client)))
    const used = new Set(versions.filter((version) => version !== undefined))
    const old = outdated(await this.#caches.keys(), { prefix: this.#prefix, current, used })
    await Promise.all(old.map((name) => this.#caches.delete(name)))
    const notes = await this.#open(PAGES)
    const open = new Set(clients.map((client) => this.url(`?${client}`)))
    for (const { url } of await notes.keys()) if (!open.has(url)) await notes.delete(url)
  }

  async remove(): Promise<void> {
    const names = await this.#names()
    await Promise.all(names.map((name) => this.#caches.delete(name)))
  }

  #open = (version: string): Promise<Cache> => this.#caches.open(this.#prefix + version)

  async #names(): Promise<string[]> {
    return (await this.#caches.keys()).filter((name) => name.startsWith(this.#prefix))
  }
}
