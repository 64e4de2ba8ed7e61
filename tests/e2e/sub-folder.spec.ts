import { expect, test } from '@playwright/test'
import { expectDone } from './helpers/desk.ts'
import { serveInFolder } from './helpers/own-server.ts'
import { playLesson } from './helpers/play-lesson.ts'
import { waitForEditor } from './helpers/zone.ts'
import { watch } from './helpers/watch.ts'

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
