import { findBrowser } from './browser.ts'
import { run } from '../run.ts'

try {
  const browser = await findBrowser()
  process.exitCode = await run('npx', ['playwright', 'test', ...process.argv.slice(2)], {
    output: 'show',
    env: { HELO_CHROMIUM: browser },
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
