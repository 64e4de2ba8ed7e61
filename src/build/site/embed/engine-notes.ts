import type { Plugin } from 'vite'
import { roomOf } from '../chunk-packages.ts'

/** What a chunk of a Worker holds, and brings with it. Files are as they are built, from the site's root. */
export interface EngineNote {
  /** From the project's root: `src/lab/questions/snippet.ts`. */
  readonly modules: readonly string[]
  readonly imports: readonly string[]
  /** What it may fetch later. */
  readonly later: readonly string[]
}

/** Built file ▶ its note. */
export type EngineNotes = Readonly<Record<string, EngineNote>>

export const engineNotesFile = 'engines.json'

/**
 * Notes what the chunks of Workers hold: they are in no manifest.
 * @returns A plugin for the builds of Workers, and one for the builds that they are a part of, which writes the
 *   notes into a folder inside dist, such as `.vite/apart/`.
 */
export function engineNotes(root: string): {
  inWorker: Plugin
  inSite(folder: string): Plugin
} {
  const notes: Record<string, EngineNote> = {}
  const inProject = (id: string) => id.replaceAll('\\', '/').replace(`${root}/`, '')
  return {
    inWorker: {
      name: 'helo-world:engine-notes',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk')
            notes[file.fileName] = {
              modules: file.moduleIds.filter((id) => roomOf(id)).map(inProject),
              imports: file.imports,
              later: file.dynamicImports,
            }
      },
    },
    inSite: (folder) => ({
      name: 'helo-world:engine-notes-file',
      apply: 'build',
      generateBundle() {
        const source = JSON.stringify(notes)
        this.emitFile({ type: 'asset', fileName: folder + engineNotesFile, source })
      },
    }),
  }
}
