import { findBrowser } from './browser.ts'
import { run } from '../run.ts'
import { seedOf } from './sample.ts'

/** `--sample`: some lessons, and each spec on one of both screens; each day others. */
const SAMPLE = '--sample'

try {
  const browser = await findBrowser()
  const words = process.argv.slice(2)
  const seed = process.env['HELO_SAMPLE'] ?? `${seedOf(Date.now())}`
  const isSample = words.includes(SAMPLE)
  if (isSample)
    console.log(
      `Some lessons, a third of the specs on the phone and the others on the laptop: HELO_SAMPLE=${seed} takes the same one again, ` +
        '`npm run test:browser` takes all.',
    )
  const given = ['playwright', 'test', ...words.filter((word) => word !== SAMPLE)]
  process.exitCode = await run('npx', given, {
    output: 'show',
    env: { HELO_CHROMIUM: browser, ...(isSample && { HELO_SAMPLE: seed }) },
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
