import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BUILT_SITE } from './built-site.ts'

/** Where worlds with names are: in the package, and in the built playground. */
const FOLDERS = [join(import.meta.dirname, '../../worlds'), join(BUILT_SITE, 'worlds')]

/** The names of the worlds that the sandbox offers, sorted. */
export async function worldNames(folders: readonly string[] = FOLDERS): Promise<string[]> {
  const files = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])))
  const names = files.flat().flatMap((file) => /^([a-z0-9-]+)\.json$/.exec(file)?.[1] ?? [])
  return [...new Set(names)].toSorted()
}

/** @returns The world of a name, as JSON that is not checked yet; undefined where there is none. */
export async function namedWorld(
  name: string,
  folders: readonly string[] = FOLDERS,
): Promise<unknown> {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined
  for (const folder of folders) {
    const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => undefined)
    if (text !== undefined) return (JSON.parse(text) as { readonly world: unknown }).world
  }
  return undefined
}
