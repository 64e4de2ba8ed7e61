import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

/** What builds the Containerfile, and runs what it built. */
interface Engine {
  readonly program: string
  /** Words before all others. */
  readonly always: readonly string[]
  readonly build: readonly string[]
  /** Runs a line of a shell in the image. */
  run(image: string, line: string, ask: Ask): SpawnSyncReturns<string>
}

type Ask = (...words: string[]) => SpawnSyncReturns<string>

const IMAGE = 'helo-world:test'

const runOnce: Engine['run'] = (image, line, ask) =>
  ask('run', '--rm', '--entrypoint', 'sh', image, '-c', line)

/** Buildah works where no container can be started: as root alone, without a kernel's help. */
const buildah: Engine = {
  program: 'buildah',
  always: ['--storage-driver', 'vfs'],
  build: ['bud', '--isolation', 'chroot', '--layers'],
  run(image, line, ask) {
    const made = ask('from', '--pull-never', image)
    if (made.status !== 0) return made
    const container = made.stdout.trim()
    const ran = ask('run', '--isolation', 'chroot', container, '--', 'sh', '-c', line)
    ask('rm', container)
    return ran
  },
}

export const engines: readonly Engine[] = [
  { program: 'podman', always: [], build: ['build'], run: runOnce },
  { program: 'docker', always: [], build: ['build'], run: runOnce },
  buildah,
]

/** Whether a program is there, and says of itself that it works. */
export const answers = (program: string): boolean =>
  spawnSync(program, ['info'], { stdio: 'ignore', timeout: 20_000 }).status === 0

/** Certificates that the machine trusts beside Debian's, as one needs behind a proxy that looks into TLS. */
const TRUSTED = '/usr/local/share/ca-certificates'

/** Builds the image; asks it whom it runs as, and a server in it for its page. @returns What is wrong. */
export function buildAndRun(
  { program, always, build, run }: Engine,
  root: string,
  say: (text: string) => void,
): string[] {
  const ask: Ask = (...words) =>
    spawnSync(program, [...always, ...words], {
      ...{ cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
    })
  const isTrusting = program !== 'docker' && existsSync(TRUSTED) && readdirSync(TRUSTED).length > 0
  const trusted = isTrusting ? ['--volume', `${TRUSTED}:${TRUSTED}:ro`] : []
  const built = ask(...build, ...trusted, '--file', 'Containerfile', '--tag', IMAGE, '.')
  if (built.status !== 0) return [`${program}: ${built.stderr.slice(-2000)}`]
  const asked = run(IMAGE, `id -u && helo-world --version\n${SERVES}`, ask)
  const [user, version, title] = asked.stdout.trim().split('\n')
  say(`${program} built it: ${version} runs as user ${user}, and serves “${title}”.`)
  if (user !== '10001') return [`The container runs as ${user}: ${asked.stderr}`]
  return title?.includes('HELO World') ? [] : [`It serves no page: ${asked.stderr.slice(-2000)}`]
}

/** Starts what the image starts, on a port that is free, and prints the title of the page. */
const SERVES = [
  ': > /tmp/said',
  'helo-world serve --brief > /tmp/said 2>&1 & served=$!',
  'until grep -q http /tmp/said || ! kill -0 $served; do sleep 0.2; done',
  'node -e "fetch(process.argv[1]).then((a) => a.text()).then((t) => console.log(/<title>(.*?)</.exec(t)[1]))" "$(grep -o -m1 \'http://[^ ]*\' /tmp/said)"',
  'kill $served',
].join('\n')
