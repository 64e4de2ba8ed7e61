import { build } from 'vite'
import { configFor } from '../../../../vite.config.ts'
import { languages } from '../../../ui/words/languages.ts'

/**
 * Builds the site into `dist/`: English at its root, each other language in a folder. They share the
 * assets: a chunk without words is the same in each, by its text and so by its name.
 */
export async function buildSite(): Promise<void> {
  for (const language of languages)
    await build({
      ...configFor({ language, all: languages }),
      ...{ configFile: false, logLevel: 'warn' },
    })
  // What stands in pages of others comes last: no browser stores it for the time without a network.
  for (const language of languages)
    await build({
      ...configFor({ language, all: languages }, 'apart'),
      ...{ configFile: false, logLevel: 'warn' },
    })
}
