import { join } from 'node:path'

/** Where the playground is built: beside the sources, and beside the command where a package holds it. */
export const BUILT_SITE = join(import.meta.dirname, '../../../dist')
