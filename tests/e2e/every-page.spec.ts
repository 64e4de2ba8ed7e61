import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { settle, sitePages } from './helpers/pages.ts'
import { watch } from './helpers/watch.ts'

/** A phone zooms out where something is too wide, so its own width is no measure. */
const overflow = async (page: Page) =>
  (await page.evaluate(() => document.documentElement.scrollWidth)) - page.viewportSize()!.width

/** The levels of the headings that are shown. */
const headingLevels = (page: Page) =>
  page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map(({ tagName }) => Number(tagName[1])),
    )

for (const { name, path } of sitePages)
  test.describe(name, () => {
    test('is quiet, fits, and has nothing that axe would fix, by day and by night', async ({
      page,
    }) => {
      const noted = watch(page)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await settle(page)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await expect(page.locator('#theme button')).toBeInViewport({ ratio: 1 })
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectContrast(page)
      // As narrow as a page at 400 % of a laptop's size (WCAG 1.4.10).
      await page.setViewportSize({ width: 320, height: 640 })
      // The desk folds when it has noticed.
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
      expect(noted).toEqual([])
    })

    test('has one h1, no level left out, and first of all a link to the content', async ({
      page,
    }) => {
      await page.goto(path)
      await settle(page)
      const levels = await headingLevels(page)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
      await page.keyboard.press('Tab')
      const skip = page.locator('.skip').first()
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page.locator('#main')).toBeFocused()
    })
  })
