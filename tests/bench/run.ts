import { loadavg, cpus } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'

/**
 * `npm run bench [-- name… --runs 5]`: bundles the benchmarks as the site is bundled, since a loader
 * that rewrites each function would be measured with them, and runs them.
 */
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
})
const runs = Number(values.runs)
if (!(runs >= 1)) throw new Error(`--runs ${values.runs}: a count of loads, such as 5.`)
const outDir = resolve('node_modules/.cache/bench')
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    ...{ ssr: true, outDir, target: 'node20', emptyOutDir: true },
    rollupOptions: {
      input: {
        main: 'tests/bench/main.ts',
        'bridge-process': 'tests/bench/servers/bridge-process.ts',
        'package-process': 'tests/bench/servers/package-process.ts',
        'class-process': 'tests/bench/servers/class-process.ts',
      },
      // Servers find their process beside the benchmarks.
      output: { chunkFileNames: '[name].js' },
    },
  },
})
const { runBenches } = (await import(
  pathToFileURL(resolve(outDir, 'main.js')).href
)) as typeof import('./main.ts')
console.log(`Load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`)
await runBenches(positionals, { runs })
