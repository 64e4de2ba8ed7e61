import { expect, test, type Page } from '@playwright/test'
import { settle } from './helpers/pages.ts'

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

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
