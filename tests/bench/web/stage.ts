import type { Browser } from '@playwright/test'
import { join } from 'node:path'
import { readBuilt } from '../../../src/build/checks/measure.ts'
import { buildPages } from './build.ts'
import { startChromium } from './chromium.ts'
import { CountingServer } from './counting-server.ts'

/** What all measurements share: built pages, served to a browser. */
export interface Stage {
  readonly browser: Browser
  readonly server: CountingServer
  readonly address: string
  /** Whether a path names a chunk that holds a part of Monaco. */
  isMonaco(path: string): boolean
  close(): Promise<void>
}

/** @throws One sentence, where there is no browser. */
export async function openStage(): Promise<Stage> {
  const { folder, remove } = await buildPages()
  // Last, for one that is left open holds the run.
  const browser = await startChromium().catch((error: unknown) => {
    remove()
    throw error
  })
  const server = new CountingServer(folder)
  const { packages } = readBuilt(join(folder, 'site'))
  return {
    ...{ browser, server, address: await server.open() },
    isMonaco: (path) => packages[path.replace('/site/', '')]?.includes('monaco-editor') ?? false,
    async close() {
      await browser.close()
      server.close()
      remove()
    },
  }
}
