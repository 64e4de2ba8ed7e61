import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
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

const engine = ['podman', 'docker'].find(
  (name) => spawnSync(name, ['info'], { stdio: 'ignore', timeout: 20_000 }).status === 0,
)
if (engine) faults.push(...buildAndRun(engine))
else say('Skipped: no engine for containers runs here, so the Containerfile is not built.')
faults.push(...(await findServers(join(root, 'dist'), say)))

for (const fault of faults) console.error(`  ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0

/** Builds the image, and asks a container of it for its page, and whom it runs as. */
function buildAndRun(engine: string): string[] {
  const run = (...words: string[]) => spawnSync(engine, words, { cwd: root, encoding: 'utf8' })
  const built = run('build', '--file', 'Containerfile', '--tag', 'helo-world:test', '.')
  if (built.status !== 0) return [`${engine} build: ${built.stderr.slice(-2000)}`]
  const asked = run(
    'run',
    '--rm',
    '--entrypoint',
    'sh',
    'helo-world:test',
    '-c',
    'id -u && helo-world --version',
  )
  const [user, version] = asked.stdout.trim().split('\n')
  say(`${engine} built it: ${version} runs as user ${user}.`)
  return user !== '10001' ? [`The container runs as ${user}: ${asked.stderr}`] : []
}
