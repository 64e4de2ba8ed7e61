import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { run } from '../run.ts'
import { loadLessons } from '../lessons/load-lessons.ts'
import { withoutProse } from '../site/lesson-data.ts'
import { loadWorlds } from '../worlds/load-worlds.ts'
import { bundleCommand } from './bundle-command.ts'
import { bundleSink } from './bundle-sink.ts'
import { withJsSpecifiers } from './specifiers.ts'

const root = join(import.meta.dirname, '../../..')
const lib = join(root, 'lib')
const buildInfo = join(root, 'node_modules/.cache/tsc/library.tsbuildinfo')

/** Files that package.json names: the library's, and the command's. */
const library = join(lib, 'index.js')
const command = join(lib, 'bridge/cli/main.js')

const began = performance.now()
process.exitCode = await buildLibrary()
if (process.exitCode === 0)
  console.log(`  lib/ is built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)

/** Writes lib/: the library as plain modules beside their types, the command as few files. */
async function buildLibrary(): Promise<number> {
  // The compiler writes only what changed; where its notes and the files disagree it writes all.
  if (!exists(library)) rmSync(buildInfo, { force: true })
  const code = await run('npx', ['--no-install', 'tsc', '-p', 'tsconfig.library.json'], {
    output: 'show',
  })
  if (code !== 0) return code
  for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.d.ts')) rewrite(join(lib, file))
  await bundleCommand(root, lib)
  chmodSync(command, 0o755)
  await writeWorlds(join(lib, 'worlds'))
  await writeLessons(join(lib, 'course'))
  writeFileSync(join(lib, 'sink/whole.js'), await bundleSink(root))
  return 0
}

/** What `serve --world` takes by name. */
async function writeWorlds(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const world of await loadWorlds(root))
    writeFileSync(join(folder, `${world.name}.json`), JSON.stringify(world))
}

/** What `verify-record` does again. */
async function writeLessons(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const lesson of await loadLessons(root))
    writeFileSync(join(folder, `${lesson.slug}.json`), JSON.stringify(withoutProse(lesson)))
}

function rewrite(file: string): void {
  const text = readFileSync(file, 'utf8')
  const written = withJsSpecifiers(text)
  if (written !== text) writeFileSync(file, written)
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}
