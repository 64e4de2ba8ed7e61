import { posix } from 'node:path'

/** A chunk as Vite's manifest lists it; the names are Vite's. */
export interface ManifestChunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
  readonly dynamicImports?: readonly string[]
}

export type Manifest = Readonly<Record<string, ManifestChunk>>

/**
 * Every file that loading some chunks brings with it: what they import, statically, and their styles.
 * @param files Built files, such as `assets/lesson-abc.js`; ones the manifest does not name stand alone.
 */
export function loadedWith(files: readonly string[], manifest: Manifest): Set<string> {
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]))
  const loaded = new Set<string>()
  const load = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    const chunk = byFile.get(file)
    for (const style of chunk?.css ?? []) loaded.add(style)
    for (const key of chunk?.imports ?? []) {
      const imported = manifest[key]
      if (imported) load(imported.file)
    }
  }
  for (const file of files) load(file)
  return loaded
}

/**
 * Every chunk that pages may load, sooner or later.
 * @param without A module whose chunk, and what only that loads, is left out.
 */
export function reachable(manifest: Manifest, without: string): Set<string> {
  const found = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || key === without || found.has(chunk.file)) return
    found.add(chunk.file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) visit(key)
  return found
}

const tag = /<(script|link|img)\b([^>]*)>/g
/**
 * But for the app's manifest: a browser asks for it once the page is there, if at all. What a page asks for
 * early, with a low priority, is measured where the budget says what it is.
 */
const fetchedLinks = /\brel="?(stylesheet|modulepreload|preload|icon)\b(?!.*fetchpriority="low")/

/**
 * The files that a page's own HTML makes a browser fetch, from the site's root.
 * @param page The page's own file, such as `lessons/mx/index.html`.
 */
export function fetchedBy(page: string, html: string): string[] {
  return [...html.matchAll(tag)].flatMap(([, name, attributes = '']) => {
    if (name === 'link' && !fetchedLinks.test(attributes)) return []
    const target = /\s(?:src|href)="([^"]+)"/.exec(attributes)?.[1]
    if (target === undefined || target.startsWith('data:')) return []
    return [posix.join(posix.dirname(page), target.replace(/[?#].*$/, ''))]
  })
}

/** The page's own file and all that its first load brings. */
export function firstLoad(page: string, html: string, manifest: Manifest): Set<string> {
  return new Set([page, ...loadedWith(fetchedBy(page, html), manifest)])
}

/**
 * The files that come only with a package which is loaded later, on demand.
 * @param holds Whether a built file holds a part of that package.
 * @param already Files that the first load has brought.
 */
export function loadedLater(
  manifest: Manifest,
  holds: (file: string) => boolean,
  already: ReadonlySet<string>,
): Set<string> {
  const entries = Object.values(manifest).filter((chunk) => chunk.isDynamicEntry)
  const sets = entries
    .map(({ file }) => [...loadedWith([file], manifest)])
    .filter((files) => files.some(holds))
  return new Set(sets.flat().filter((file) => !already.has(file)))
}
