import type { Plugin } from 'vite'

/** Where the build notes which packages each chunk holds, inside dist. */
export const chunkPackagesFile = '.vite/packages.json'

/** Built file ▶ the npm packages that it holds a part of. */
export type ChunkPackages = Readonly<Record<string, readonly string[]>>

/** The package that a module belongs to; undefined for our own. */
export function packageOf(moduleId: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(moduleId.replaceAll('\\', '/'))?.[1]
}

/** Notes which packages went into which chunk, so that the budget can report where Monaco is. */
export function chunkPackages(): Plugin {
  return {
    name: 'helo-world:chunk-packages',
    apply: 'build',
    generateBundle(_, bundle) {
      const found = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? [[file.fileName, [...new Set(file.moduleIds.flatMap((id) => packageOf(id) ?? []))]]]
          : [],
      )
      const source = JSON.stringify(Object.fromEntries(found), null, 2)
      this.emitFile({ type: 'asset', fileName: chunkPackagesFile, source })
    },
  }
}
