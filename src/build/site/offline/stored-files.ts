import type { ChunkPackages } from '../chunk-packages.ts'

/** A chunk as Vite's manifest lists it; the names are Vite's. */
export interface BuiltChunk {
  readonly file: string
  /** The module that it begins with, from the project's root. */
  readonly src?: string
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}

/** The chunks of the build of one language. */
export interface BuiltLanguage {
  /** From the site's root: empty, or `de/`. */
  readonly folder: string
  readonly chunks: readonly BuiltChunk[]
}

/** What of a built site is stored of a language. */
export interface LanguageFiles {
  readonly folder: string
  readonly assets: readonly string[]
  /** Name of a pack ▶ the pages and data in it. */
  readonly packs: Readonly<Record<string, readonly string[]>>
}

/** What of a built site is stored, and how. Paths are from its root. */
export interface StoredFiles {
  readonly languages: readonly LanguageFiles[]
  /** What the languages have in common. */
  readonly assets: readonly string[]
  readonly shared: readonly string[]
  readonly onUse: readonly string[]
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
 * weigh a third. Each language has packs of its own: few readers have use for two.
 * @param files All of them, from the site's root.
 * @param built The first has its pages at the root.
 */
export function storedFiles(
  files: readonly string[],
  built: readonly BuiltLanguage[],
  packages: ChunkPackages,
): StoredFiles {
  const onUse = largeFiles(
    built.flatMap(({ chunks }) => chunks),
    packages,
  )
  const assets = files.filter((file) => file.startsWith('assets/') && !onUse.has(file)).toSorted()
  const rest = files
    .filter(
      (file) =>
        /^(?!assets\/|(?:[a-z]{2}\/)?(?:oembed\/|embed)|\.|sw\.js$)/.test(file) &&
        PAGES_AND_DATA.test(file) &&
        !OF_CLASS.test(file),
    )
    .toSorted()
  const own = built.map(({ chunks }) => new Set(bringing(chunks)))
  /** Of some languages and not of others; workers and the like are named by no chunk. */
  const isOwn = (file: string) => {
    const count = own.filter((names) => names.has(file)).length
    return count > 0 && count < built.length
  }
  const shared = sharedFiles(
    rest,
    built.map(({ folder }) => folder),
  )
  return {
    languages: built.map(({ folder }, at) => ({
      folder,
      assets: assets.filter((file) => isOwn(file) && own[at]!.has(file)),
      packs: packsOf(folder, rest, shared, built),
    })),
    assets: assets.filter((file) => !isOwn(file)),
    ...{ shared, onUse: [...onUse].toSorted() },
  }
}

const bringing = (chunks: readonly BuiltChunk[]): string[] =>
  chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])

/** What only the large package needs. */
function largeFiles(chunks: readonly BuiltChunk[], packages: ChunkPackages): Set<string> {
  const isLarge = ({ file, src = '' }: BuiltChunk) =>
    (packages[file]?.includes(LARGE) ?? false) || OF_CLASS.test(src)
  const others = new Set(
    bringing(chunks.filter((chunk) => chunk.file.endsWith('.js') && !isLarge(chunk))),
  )
  return new Set(bringing(chunks.filter(isLarge)).filter((file) => !others.has(file)))
}

/** Files at the root that other languages have none of their own in place of. */
function sharedFiles(rest: readonly string[], folders: readonly string[]): string[] {
  const others = folders.filter((folder) => folder !== '')
  if (others.length === 0) return []
  const known = new Set(rest)
  return rest.filter(
    (file) => !/\/|\.html$/.test(file) && others.every((folder) => !known.has(folder + file)),
  )
}

function packsOf(
  folder: string,
  rest: readonly string[],
  shared: readonly string[],
  built: readonly BuiltLanguage[],
): LanguageFiles['packs'] {
  const below = (place: string) => rest.filter((file) => file.startsWith(place))
  if (folder !== '') return { [folder.slice(0, -1)]: [...below(folder), ...shared] }
  const apart = ['rules/', 'lessons/']
  const elsewhere = [...apart, ...built.map((one) => one.folder).filter((one) => one !== '')]
  return {
    ...Object.fromEntries(apart.map((place) => [place.slice(0, -1), below(place)])),
    site: rest.filter((file) => !elsewhere.some((place) => file.startsWith(place))),
  }
}

/** Where a page is asked for: a folder. */
export const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1')
