import { expect, test, type Page } from '@playwright/test'

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
