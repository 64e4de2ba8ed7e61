import { fillSite, type Fetch } from './fill.ts'
import { isStorable, type Plan } from './plan.ts'
import { USED, WHOLE, type StoredSite } from './stored-site.ts'
import { Versions, type BrowserCaches } from './versions.ts'

/** What a store takes of its surroundings. */
export interface StorePorts {
  readonly caches: BrowserCaches
  readonly fetch: Fetch
  /** The site's root. */
  readonly scope: string
}

/** The version of the site that a worker answers with, beside those that open pages still need. */
export class SiteStore {
  readonly #site: StoredSite
  readonly #fetch: Fetch
  readonly #versions: Versions

  constructor(site: StoredSite, { caches, fetch, scope }: StorePorts) {
    this.#site = site
    this.#fetch = fetch
    this.#versions = new Versions(caches, scope)
  }

  /** Makes room for what is used, where not all is to be stored. */
  begin = (): Promise<void> => this.#versions.begin(this.#site.version)

  /** Stores all of it, or rejects. */
  fill = (): Promise<void> => fillSite(this.#site, this.#versions, this.#fetch)

  async isWhole(): Promise<boolean> {
    return (await this.#versions.stored(this.#site.version, WHOLE)) !== undefined
  }

  /** Notes that a page came from this version. @param client The page's id. */
  note = (client: string): Promise<void> => this.#versions.note(client, this.#site.version)

  versionOf = (client: string): Promise<string | undefined> => this.#versions.versionOf(client)

  /** Removes what no page needs any more. @param clients The ids of all pages that are open. */
  tidy = (clients: readonly string[]): Promise<void> =>
    this.#versions.tidy(this.#site.version, clients)

  remove = (): Promise<void> => this.#versions.remove()

  /**
   * Answers as planned: a whole version from what is stored, a part of one from the network first.
   * @param version Of the page that asks, where it is known.
   */
  async answer(
    { kind, path }: Exclude<Plan, { kind: 'leave' }>,
    request: Request,
    version = this.#site.version,
  ): Promise<Response> {
    const { version: current } = this.#site
    if (kind === 'piece')
      return (await this.#versions.find(path, current)) ?? this.#fetchAndKeep(path, request)
    const find = kind === 'page' ? this.#page : this.#data
    const stored = async () =>
      (await find(path, version, request)) ??
      (version === current ? undefined : await find(path, current, request))
    const isWhole = await this.isWhole()
    const found = isWhole ? await stored() : undefined
    if (found) return found
    try {
      return await (isWhole ? this.#fetch(request) : this.#fetchAndKeep(path, request))
    } catch (error) {
      const instead = (await stored()) ?? (kind === 'page' && (await this.#aboutMissing()))
      if (instead) return instead
      throw error
    }
  }

  #data = (path: string, version: string) => this.#versions.stored(version, path)

  #page = async (path: string, version: string, { url }: Request) => {
    const found = await this.#versions.stored(version, path)
    if (found || /(?:^|\/|\.\w+)$/.test(path)) return found
    // A folder without its slash.
    const folder = await this.#versions.stored(version, `${path}/`)
    return folder && Response.redirect(`${this.#versions.url(path)}/${new URL(url).search}`)
  }

  async #aboutMissing(): Promise<Response | undefined> {
    const about = await this.#versions.stored(this.#site.version, 'offline/')
    return about && Response.redirect(this.#versions.url('offline/?missing'))
  }

  async #fetchAndKeep(path: string, request: Request): Promise<Response> {
    const answer = await this.#fetch(request)
    const { version, onUse } = this.#site
    if (!isStorable(path, answer) || !(await this.#versions.has(version))) return answer
    try {
      await this.#versions.put(version, path, answer.clone())
      if (onUse.includes(path)) await this.#versions.put(version, USED, new Response(''))
    } catch {
      // A full storage is no reason to keep the answer from the page.
    }
    return answer
  }
}
