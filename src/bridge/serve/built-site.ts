import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Where the playground is built: `dist/` beside the sources, `site/` beside the command in the package. */
export const BUILT_SITE =
  ['dist', 'site']
    .map((name) => join(root, name))
    .find((folder) => existsSync(join(folder, 'index.html'))) ?? join(root, 'dist')
