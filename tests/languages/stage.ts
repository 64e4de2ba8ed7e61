import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { madeUp } from './made-up.ts'

/** What a build reads, beside each `tsconfig` there is. */
const SOURCES = ['src', 'lessons', 'public', 'index.html', 'package.json', 'vite.config.ts']

async function sourcesOf(root: string): Promise<readonly string[]> {
  const configs = (await readdir(root)).filter((name) => /^tsconfig\b.*\.json$/.test(name))
  return [...SOURCES, ...configs]
}

/** The name of the made-up language. */
export const MADE_UP = 'xx'

/** The rooms of a language, by name. */
export async function roomsOf(
  root: string,
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'src/ui/words', language)
  const files = await readdir(folder)
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
    ),
  )
}

export const englishRooms = (root: string): Promise<ReadonlyMap<string, string>> =>
  roomsOf(root, 'en')

/** Writes a made-up language beside the others. */
export async function addLanguage(root: string, rooms: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(root, 'src/ui/words', MADE_UP)
  await mkdir(folder, { recursive: true })
  for (const [file, source] of rooms) await writeFile(join(folder, file), madeUp(source))
}

/**
 * A copy of the project in a temporary folder, with a made-up language in it.
 * @returns Its folder, and a function that takes it away.
 */
export async function stage(root: string): Promise<{ folder: string; leave(): Promise<void> }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'helo-language-')))
  for (const name of await sourcesOf(root))
    await cp(join(root, name), join(folder, name), { recursive: true })
  await symlink(
    await realpath(join(root, 'node_modules')),
    join(folder, 'node_modules'),
    'junction',
  )
  await addLanguage(folder, await englishRooms(root))
  const list = join(folder, 'src/ui/words/languages.ts')
  const languages = await readFile(list, 'utf8')
  await writeFile(list, languages.replace("['en'", `['en', '${MADE_UP}'`))
  return { folder, leave: () => rm(folder, { recursive: true, force: true }) }
}
