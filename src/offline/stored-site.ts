/** What of a site is of one language alone. */
export interface StoredLanguage {
  /** Where its pages stand, from the site's root: empty, or `de/`. */
  readonly folder: string
  /** Files of JSON with pages and data in them: path ▶ text. Each has its digest in its name. */
  readonly packs: readonly string[]
  /** Scripts that only its pages need. */
  readonly assets: readonly string[]
}

/** What a build writes into its service worker. Paths are from the site's root. */
export interface StoredSite {
  /** Of the build: what holds something else has another one. */
  readonly version: string
  /** The first has its pages at the root. */
  readonly languages: readonly StoredLanguage[]
  /** Scripts and styles of all languages, each with its digest in its name: one that differs has another name. */
  readonly assets: readonly string[]
  /** Files at the root that are of no language: each pack of one has them. */
  readonly shared: readonly string[]
  /** Large ones that only some need: stored once one of them was asked for. */
  readonly onUse: readonly string[]
}

/** The folder of the language that a path belongs to. @param path From the site's root. */
export const folderIn = ({ languages }: Pick<StoredSite, 'languages'>, path: string): string =>
  languages.find(({ folder }) => folder !== '' && path.startsWith(folder))?.folder ?? ''

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

/** Stored beside the files under what is no path of the site: it comes; an editor was used. */
export const COMING = '?coming'
export const USED = '?used'
/** All pages of a language are there. */
export const wholeOf = (folder: string): string => `?whole=${folder}`
