/** What a build writes into its service worker. Paths are from the site's root. */
export interface StoredSite {
  /** Of the build: what holds something else has another one. */
  readonly version: string
  /** Files of JSON with pages and data in them: path ▶ text. Each has its digest in its name. */
  readonly packs: readonly string[]
  /** Scripts and styles, each with its digest in its name: one that differs has another name. */
  readonly assets: readonly string[]
  /** Large ones that only some need: stored once one of them was asked for. */
  readonly onUse: readonly string[]
}

/** Before the names of all caches of the site at a scope; another site of the origin has another scope. */
export const cachePrefix = (scope: string): string => `helo-world ${new URL(scope).pathname} `

/** The media type of a page or of data in a pack, by its path. */
export function typeOf(path: string): string {
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? []
  const types: Readonly<Record<string, string>> = {
    json: 'application/json',
    js: 'text/javascript',
    svg: 'image/svg+xml',
  }
  return `${types[ending] ?? 'text/html'}; charset=utf-8`
}

/** Stored beside the files under what is no path of the site: all is there; it comes; an editor was used. */
export const WHOLE = '?whole'
export const COMING = '?coming'
export const USED = '?used'
