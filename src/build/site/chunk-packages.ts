import type { Plugin } from 'vite'
import { ownFolder, type SiteLanguages } from './languages/other-languages.ts'

/** Where the build of a language notes what it made, inside dist: `.vite/`, `.vite/de/`. */
export const notesFolder = (languages: SiteLanguages): string => `.vite/${ownFolder(languages)}`

/** The same of what is built apart: `.vite/apart/`, `.vite/apart/de/`. */
export const apartFolder = (languages: SiteLanguages): string =>
  `.vite/apart/${ownFolder(languages)}`

/** Which packages each chunk holds. */
export const chunkPackagesFile = 'packages.json'

/** Built file ▶ the npm packages that it holds a part of. */
export type ChunkPackages = Readonly<Record<string, readonly string[]>>

/** Built file ▶ our own rooms (`src/lint`) that it holds a part of. */
export const chunkRoomsFile = 'rooms.json'

/** The room of `src/` that a module belongs to; undefined for what is not ours. */
export function roomOf(moduleId: string): string | undefined {
  return /(?<!\/node_modules\/.*)\/(src\/[^/]+)\//.exec(moduleId.replaceAll('\\', '/'))?.[1]
}

/** The package that a module belongs to; undefined for our own. */
export function packageOf(moduleId: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(moduleId.replaceAll('\\', '/'))?.[1]
}

/**
 * Notes which packages and rooms went into which chunk, so that the budget knows where they are.
 * @param folder Inside dist, such as `.vite/`.
 */
export function chunkPackages(folder: string): Plugin {
  return {
    name: 'helo-world:chunk-packages',
    apply: 'build',
    generateBundle(_, bundle) {
      const note = (fileName: string, ownerOf: (id: string) => string | undefined): void => {
        const found = Object.values(bundle).flatMap((file) =>
          file.type === 'chunk'
            ? [[file.fileName, [...new Set(file.moduleIds.flatMap((id) => ownerOf(id) ?? []))]]]
            : [],
        )
        const source = JSON.stringify(Object.fromEntries(found), null, 2)
        this.emitFile({ type: 'asset', fileName: folder + fileName, source })
      }
      note(chunkPackagesFile, packageOf)
      note(chunkRoomsFile, roomOf)
    },
  }
}
