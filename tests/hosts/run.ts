import { join } from 'node:path'
import { answers, buildAndRun, engines } from './engines.ts'
import { findServers } from './find-servers.ts'
import { lintContainerfile } from './lint-containerfile.ts'

/**
 * `npm run test:hosts`: where the site and the bridge are hosted. The Containerfile is read by a linter, and built
 * and run where an engine is at hand; the built site is served by each web server that is installed, and its caching
 * measured. What is not there is skipped, visibly.
 */
const root = join(import.meta.dirname, '../..')
const say = (text: string) => void console.log(`  ${text}`)
const faults: string[] = [...lintContainerfile(join(root, 'Containerfile'), say)]

const engine = engines.find(({ program }) => answers(program))
if (engine) faults.push(...buildAndRun(engine, root, say))
else say('Skipped: no engine for containers runs here, so the Containerfile is not built.')
faults.push(...(await findServers(join(root, 'dist'), say)))

for (const fault of faults) console.error(`  ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
