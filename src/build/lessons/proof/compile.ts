import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

/** Where the compiled scripts are put: below `node_modules`, so that they find their packages. */
const CACHE = 'node_modules/.cache/prove'

/** Scripts of a proof as plain JavaScript, by the names of their files without an extension. */
export interface Compiled {
  readonly fileOf: (name: string) => string
  remove(): Promise<void>
}

/**
 * Compiles scripts of this folder, with all of ours that they import, into a folder of their own. A script
 * that is read file by file takes each thread as long to load as it takes to prove a lesson, and runs slower
 * for the names that its functions are given anew each time.
 * @param root The project's folder.
 */
export async function compile(root: string, names: readonly string[]): Promise<Compiled> {
  await mkdir(join(root, CACHE), { recursive: true })
  const folder = await mkdtemp(join(root, CACHE, 'scripts-'))
  const input = names.map((name) => [name, join(import.meta.dirname, `${name}.ts`)])
  await build({
    ...{ root, configFile: false, logLevel: 'error', publicDir: false },
    build: {
      ...{ ssr: true, target: 'node20.19', outDir: folder, minify: false, sourcemap: true },
      ...{ reportCompressedSize: false, emptyOutDir: false },
      rolldownOptions: {
        input: Object.fromEntries(input) as Record<string, string>,
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return {
    fileOf: (name) => join(folder, `${name}.js`),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
