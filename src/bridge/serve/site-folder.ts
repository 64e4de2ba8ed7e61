import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../../cli/usage-error.ts'
import { BUILT_SITE } from './built-site.ts'

/** Where the built playground may be: beside the sources, and in the package. */
const FOLDERS = [BUILT_SITE, join(import.meta.dirname, '../../../site')]

/**
 * The folder of the built playground.
 * @param asked The one that was named; else it is looked for.
 * @throws {UsageError} where none is there.
 */
export function siteFolder(asked: string | undefined, folders = FOLDERS): string {
  const found = (asked === undefined ? folders : [asked]).find((folder) =>
    existsSync(join(folder, 'index.html')),
  )
  if (found !== undefined) return found
  throw new UsageError(
    asked === undefined
      ? 'There is no built playground here. Name its folder: --site FOLDER'
      : `\`${asked}\` holds no built playground: there is no index.html in it.`,
    'file',
  )
}
