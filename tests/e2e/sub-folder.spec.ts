import { expect, test } from '@playwright/test'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '../../src/bridge/net/listen.ts'
import { staticServer } from '../../src/bridge/http/static-server.ts'
import { expectDone } from './helpers/desk.ts'
import { playLesson } from './helpers/play-lesson.ts'
import { waitForEditor } from './helpers/zone.ts'
import { watch } from './helpers/watch.ts'

/** Serves the built site as a folder of a larger one. @returns Its address, and how to end it. */
async function serveInFolder(): Promise<{ site: string; end: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'helo-world-'))
  await mkdir(join(root, 'some'))
  await symlink(join(import.meta.dirname, '../../dist'), join(root, 'some/folder'))
  const server = staticServer(root)
  const port = await listen(server, 0, '127.0.0.1')
  return {
    site: `http://127.0.0.1:${port}/some/folder/`,
    async end() {
      server.closeAllConnections()
      server.close()
      await rm(root, { recursive: true })
    },
  }
}

test.skip(({ isMobile }) => isMobile, 'the same files on a phone')

test('the site works in a folder of another one', async ({ page }) => {
  const { site, end } = await serveInFolder()
  const noted = watch(page)
  await page.goto(site)
  await page.getByRole('link', { name: /Begin here/ }).click()
  await expect(page).toHaveURL(`${site}lessons/press-send/`)
  await page.goto(`${site}lessons/speak-smtp/`)
  await playLesson(page, 'speak-smtp')
  await expectDone(page)
  await page.getByRole('button', { name: 'Look back' }).click()
  await page.locator('a[rel="next"]').click()
  await expect(page).toHaveURL(`${site}lessons/two-envelopes/`)
  await page.goto(`${site}lessons/your-first-spf/`)
  await waitForEditor(page)
  await page.getByRole('link', { name: 'Sandbox' }).click()
  await expect(page).toHaveURL(`${site}sandbox/`)
  await page.getByRole('link', { name: 'Helo World' }).click()
  await expect(page).toHaveURL(site)
  await expect(page.locator('[data-lesson="speak-smtp"]')).toContainText('done')
  expect(noted).toEqual([])
  await end()
})
