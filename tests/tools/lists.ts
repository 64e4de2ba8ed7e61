import { posix } from 'node:path'
import { isTest, resolveImport } from './layers.ts'
import { readFacts, type SourceFile } from './read-imports.ts'

const oneFileAThing =
  /^src\/(.+\/)?(commands|([a-z]+-)?rules|extensions|mechanisms)$|^src\/(dns\/records|lessons\/goals|world\/events)$/
const listName = 'index.ts'

/**
 * Compares the explicit list of each folder that holds one file a thing with the folder itself.
 * @returns A sentence for every file that its folder's `index.ts` neither imports nor exports.
 */
export function unlisted(files: readonly SourceFile[]): string[] {
  const folders = new Set(files.map(({ path }) => posix.dirname(path)).filter(isListed))
  return [...folders].flatMap((folder) => unlistedIn(folder, files))
}

const isListed = (folder: string): boolean => oneFileAThing.test(folder)

function unlistedIn(folder: string, files: readonly SourceFile[]): string[] {
  const inside = files.filter(({ path }) => posix.dirname(path) === folder && path.endsWith('.ts'))
  const listing = inside.filter(({ path }) => posix.basename(path) === listName)
  const listed = new Set(listing.flatMap(importsOf))
  return inside
    .filter((file) => !listing.includes(file) && !isTest(file.path) && !listed.has(file.path))
    .map(({ path }) => `${path} is not in ${folder}/index.ts`)
}

function importsOf(file: SourceFile): (string | undefined)[] {
  return readFacts(file).specifiers.map((specifier) => resolveImport(file.path, specifier))
}
