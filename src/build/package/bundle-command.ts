import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Writes the command as few files: `bridge/cli/main.js` with the pieces that it loads when it wants them in
 * `bridge/run/`, all in folders as deep as their sources. One file a source would be some 1,600 before the first
 * line is printed. What npm installs is left to it.
 * @param lib Where the package's modules are.
 */
export async function bundleCommand(root: string, lib: string): Promise<void> {
  const outDir = join(lib, 'bridge')
  rmSync(outDir, { recursive: true, force: true })
  await build({
    ...{ root, configFile: false, publicDir: false, logLevel: 'warn' },
    build: {
      ...{ ssr: true, target: 'node20', outDir, minify: false },
      rolldownOptions: {
        input: {
          main: join(root, 'src/bridge/cli/main.ts'),
          'grade-worker': join(root, 'src/bridge/grade/grade-worker.ts'),
        },
        output: {
          entryFileNames: ({ name }) => (name === 'main' ? 'cli/main.js' : 'run/[name].js'),
          chunkFileNames: 'run/[name]-[hash].js',
        },
      },
    },
  })
}
