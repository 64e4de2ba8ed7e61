import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { staticServer } from '../../src/bridge/http/static-server.ts'
import { listen } from '../../src/bridge/net/listen.ts'
import { findBrowser } from '../../src/build/checks/browser.ts'
import { run } from '../../src/build/run.ts'
import { prepare, type Prepared } from './prepare.ts'
import { systems } from './systems/index.ts'

/**
 * `npm run test:docs-systems [-- NAME …]`: builds a site of each docs system with what is in `integrations/`, and opens
 * it in Chromium beside the built playground. What is not to be had here is skipped, visibly.
 */
const dist = join(import.meta.dirname, '../../dist')
const names = process.argv.slice(2)
const unknown = names.filter((name) => !systems.some((system) => system.name === name))
if (unknown.length > 0) fail(`There is no system ${unknown.join(', ')} here.`)
else if (!existsSync(join(dist, 'embed.js'))) fail('There is nothing built yet. Run: npm run build')
else await test()

async function test(): Promise<void> {
  const server = staticServer(dist)
  const playground = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/`
  const folder = mkdtempSync(join(tmpdir(), 'helo-prepared-'))
  const list = join(folder, 'prepared.json')
  try {
    writeFileSync(list, JSON.stringify({ playground, prepared: prepareAll(playground) }))
    const config = join(import.meta.dirname, 'playwright.config.ts')
    process.exitCode = await run('npx', ['playwright', 'test', '--config', config], {
      output: 'show',
      env: { HELO_CHROMIUM: await findBrowser(), HELO_DOCS_PREPARED: list },
    })
  } finally {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** By name; those that were not asked for are left out. */
function prepareAll(playground: string): Readonly<Record<string, Prepared>> {
  const asked = systems.filter(({ name }) => names.length === 0 || names.includes(name))
  return Object.fromEntries(
    asked.map((system) => {
      const began = performance.now()
      const prepared = prepare(system, playground)
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      const why = 'reason' in prepared ? `: ${prepared.reason}` : ` in ${seconds} s`
      console.log(`  ${system.name}: ${prepared.state}${why}`)
      return [system.name, prepared]
    }),
  )
}

function fail(sentence: string): void {
  console.error(`  ${sentence}`)
  process.exitCode = 1
}
