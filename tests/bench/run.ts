import { loadavg, cpus } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/**
 * `npm run bench [-- name…]`: bundles the benchmarks as the site is bundled, since a loader that
 * rewrites each function would be measured with them, and runs them.
 */
const outDir = resolve('node_modules/.cache/bench')
await build({
  configFile: false,
  logLevel: 'warn',
  build: { ssr: 'tests/bench/main.ts', outDir, target: 'node20', emptyOutDir: true },
})
const { runBenches } = (await import(
  pathToFileURL(resolve(outDir, 'main.js')).href
)) as typeof import('./main.ts')
console.log(`Load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors.`)
await runBenches(process.argv.slice(2))
