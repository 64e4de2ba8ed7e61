import { fillSite, type Fetch } from './fill.ts'
import { isStorable, type Plan } from './plan.ts'
import { folderIn, USED, wholeOf, type StoredSite } from './stored-site.ts'
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

  /** Stores all of it in some languages, or rejects. @param folders Of the languages. */
  fill = (folders: readonly string[]): Promise<void> =>
    fillSite(this.#site, folders, this.#versions, this.#fetch)

  /** @param folder Of a language: whether all of its pages are stored. */
  async isWhole(folder: string): Promise<boolean> {
    return (await this.#versions.stored(this.#site.version, wholeOf(folder))) !== undefined
  }

  /** The folder of the language of a page. @param url The page's address. */
  folderOf = (url: string): string => folderIn(this.#site, url.slice(this.#versions.url('').length))

  /**
   * The folders of the languages that are used: those of open pages, and those that any version has whole.
   * @param urls Of the open pages.
   */
  async usedFolders(urls: readonly string[]): Promise<readonly string[]> {
    const { version, languages } = this.#site
    const open = new Set(urls.map(this.folderOf))
    const stored = await Promise.all(
      languages.map(({ folder }) => this.#versions.find(wholeOf(folder), version)),
    )
    const used = languages.flatMap(({ folder }, at) =>
      open.has(folder) || stored[at] ? [folder] : [],
    )
    return used.length > 0 ? used : [languages[0]!.folder]
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
    const isWhole = await this.#isAtHand(path)
    const found = isWhole ? await stored() : undefined
    if (found) return found
    try {
      return await (isWhole ? this.#fetch(request) : this.#fetchAndKeep(path, request))
    } catch (error) {
      const instead = (await stored()) ?? (kind === 'page' && (await this.#aboutMissing(path)))
      if (instead) return instead
      throw error
    }
  }

  /** Whether a path is answered from what is stored: its language is there, or it is of none and any is. */
  async #isAtHand(path: string): Promise<boolean> {
    const { languages, shared } = this.#site
    if (!shared.includes(path)) return this.isWhole(folderIn(this.#site, path))
    const whole = await Promise.all(languages.map(({ folder }) => this.isWhole(folder)))
    return whole.includes(true)
  }

  #data = (path: string, version: string) => this.#versions.stored(version, path)

  #page = async (path: string, version: string, { url }: Request) => {
    const found = await this.#versions.stored(version, path)
    if (found || /(?:^|\/|\.\w+)$/.test(path)) return found
    // A folder without its slash.
    const folder = await this.#versions.stored(version, `${path}/`)
    return folder && Response.redirect(`${this.#versions.url(path)}/${new URL(url).search}`)
  }

  /** In the language of the page that is missing, or in one that is there. */
  async #aboutMissing(path: string): Promise<Response | undefined> {
    const { version, languages } = this.#site
    const own = folderIn(this.#site, path)
    for (const folder of [own, ...languages.map((one) => one.folder)])
      if (await this.#versions.stored(version, `${folder}offline/`))
        return Response.redirect(this.#versions.url(`${folder}offline/?missing`))
    return undefined
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
