import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { watch } from './helpers/watch.ts'

const pages = [
  { name: 'home', path: './' },
  { name: 'sandbox', path: 'sandbox/' },
  { name: 'lesson', path: 'lessons/speak-smtp/' },
]

/** Until the page shows what it will show. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  if (page.url().includes('/lessons/') || page.url().includes('/sandbox/'))
    await expect(page.locator('#workbench .panel').first()).toBeVisible()
}

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

for (const { name, path } of pages)
  test.describe(name, () => {
    for (const colorScheme of ['light', 'dark'] as const)
      test(`axe finds nothing to mend, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme })
        await page.goto(path)
        await settle(page)
        // Monaco's own parts are not ours to mend.
        const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
      })

    test('loads without an error, a refused policy or a request abroad', async ({ page }) => {
      const noted = watch(page)
      await page.goto(path)
      await settle(page)
      expect(noted).toEqual([])
    })

    test('is no wider than the screen', async ({ page }) => {
      await page.goto(path)
      await settle(page)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    })

    test('has one h1, and headings that leave no level out', async ({ page }) => {
      await page.goto(path)
      await settle(page)
      const levels = await page
        .locator('h1, h2, h3, h4, h5, h6')
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map(({ tagName }) => Number(tagName[1])),
        )
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
      expect(jumps).toEqual([])
    })

    test('the first Tab shows a link that skips to the content', async ({ page }) => {
      await page.goto(path)
      await settle(page)
      await page.keyboard.press('Tab')
      const skip = page.locator('.skip').first()
      await expect(skip).toBeFocused()
      await expect(skip).toBeInViewport()
      await page.keyboard.press('Enter')
      await expect(page.locator('#main')).toBeFocused()
    })
  })

test('the theme switch turns night on and off, and remembers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('./')
  const day = await background(page)
  const toggle = page.getByRole('button', { name: /Theme/ })
  await expect(toggle).toHaveAccessibleName(/auto/)
  await toggle.click()
  await expect(toggle).toHaveAccessibleName(/day/)
  await toggle.click()
  await expect(toggle).toHaveAccessibleName(/night/)
  const night = await background(page)
  expect(night).not.toBe(day)
  await page.goto('sandbox/')
  expect(await background(page)).toBe(night)
  await page.getByRole('button', { name: /Theme/ }).click()
  expect(await background(page)).toBe(day)
})

test('without a script the lesson is still there to read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('lessons/speak-smtp/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Speak SMTP')
  await expect(page.locator('.prose').first()).toContainText('EHLO')
  await context.close()
})

test.describe('the keyboard', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has no Tab key')

  test('leaves an empty terminal by Tab, and a half typed line by Escape and Tab', async ({
    page,
  }) => {
    await page.goto('lessons/speak-smtp/')
    const screen = page.locator('.xterm-helper-textarea')
    await screen.focus()
    await page.keyboard.press('Tab')
    await expect(screen).not.toBeFocused()
    await screen.focus()
    await page.keyboard.type('hel')
    await page.keyboard.press('Tab')
    await expect(screen).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByText('now leaves the terminal')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(screen).not.toBeFocused()
  })

  test('passes through the whole sandbox and comes out at its end', async ({ page }) => {
    await page.goto('sandbox/')
    await settle(page)
    await page.locator('[data-panel="zone"]').scrollIntoViewIfNeeded()
    await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 })
    await page.locator('#main').focus()
    const last = page.locator('[data-panel="mailbox"] button').last()
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await last.evaluate((one) => one === document.activeElement)) return
    }
    throw new Error('The focus never reached the last panel.')
  })
})

test('a storage that is blocked is said so, and everything else works', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  const noted = watch(page)
  await page.goto('sandbox/')
  await settle(page)
  await expect(page.getByText('This browser keeps nothing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export my work' })).toBeVisible()
  expect(noted).toEqual([])
})
