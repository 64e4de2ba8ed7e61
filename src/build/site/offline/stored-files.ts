import type { ChunkPackages } from '../chunk-packages.ts'

/** A chunk as Vite's manifest lists it; the names are Vite's. */
export interface BuiltChunk {
  readonly file: string
  /** The module that it begins with, from the project's root. */
  readonly src?: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** What of a built site is stored, and how. Paths are from its root. */
export interface StoredFiles {
  readonly assets: readonly string[]
  readonly onUse: readonly string[]
  /** Name of a pack ▶ the pages and data in it. */
  readonly packs: Readonly<Record<string, readonly string[]>>
}

/** The package that few visits need, and that weighs as much as all the rest of the scripts. */
const LARGE = 'monaco-editor'

/** What takes a class is of no use without its server. */
const OF_CLASS = /(?:^|\/)(?:src\/ui\/class|class)\//

/** What a page is made of beside its assets. The browser asks for pictures of the app when it installs it. */
const PAGES_AND_DATA = /\.(?:html|json|js|svg)$/

/**
 * Sorts what a build made. Pages, and data without a digest in their names, go into packs, which have one:
 * so that a host which serves the halves of two builds gives none of them. Pages are alike, and packed together
 * weigh a third.
 * @param files All of them, from the site's root.
 * @param built The chunks of all languages.
 * @param folders Of the languages, from the site's root: `de/`; the empty one has no pack of its own.
 */
export function storedFiles(
  files: readonly string[],
  built: readonly BuiltChunk[],
  packages: ChunkPackages,
  folders: readonly string[] = [],
): StoredFiles {
  const isLarge = ({ file, src = '' }: BuiltChunk) =>
    (packages[file]?.includes(LARGE) ?? false) || OF_CLASS.test(src)
  const bringing = (chunks: readonly BuiltChunk[]) =>
    chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])
  const others = new Set(
    bringing(built.filter((chunk) => chunk.file.endsWith('.js') && !isLarge(chunk))),
  )
  const onUse = new Set(bringing(built.filter(isLarge)).filter((file) => !others.has(file)))
  const inAssets = files.filter((file) => file.startsWith('assets/'))
  const rest = files.filter(
    (file) =>
      /^(?!assets\/|\.|sw\.js$)/.test(file) && PAGES_AND_DATA.test(file) && !OF_CLASS.test(file),
  )
  const below = (folder: string) => rest.filter((file) => file.startsWith(folder)).toSorted()
  const apart = ['rules/', 'lessons/', ...folders.filter((folder) => folder !== '')]
  return {
    assets: inAssets.filter((file) => !onUse.has(file)).toSorted(),
    onUse: [...onUse].toSorted(),
    packs: {
      ...Object.fromEntries(apart.map((folder) => [folder.slice(0, -1), below(folder)])),
      site: rest.filter((file) => !apart.some((folder) => file.startsWith(folder))).toSorted(),
    },
  }
}

/** Where a page is asked for: a folder. */
export const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1')
