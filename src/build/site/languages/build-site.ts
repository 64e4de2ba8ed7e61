import { build, type UserConfig } from 'vite'
import { configFor } from '../../../../vite.config.ts'
import { languages } from '../../../ui/words/languages.ts'

/**
 * Builds the site: English at its root, each other language in a folder. They share the
 * assets: a chunk without words is the same in each, by its text and so by its name.
 * @param outDir `dist/` where none is given.
 */
export async function buildSite(outDir?: string): Promise<void> {
  // What stands in pages of others comes last: no browser stores it for the time without a network.
  for (const part of ['site', 'apart'] as const)
    for (const language of languages)
      await build(configIn(outDir, configFor({ language, all: languages }, part)))
}

const configIn = (outDir: string | undefined, config: UserConfig): UserConfig => ({
  ...{ ...config, configFile: false, logLevel: 'warn' },
  ...(outDir && { build: { ...config.build, outDir } }),
})
