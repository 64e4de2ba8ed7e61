import { expect, test } from '@playwright/test'

test('one click leads from the home page into the first lesson', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Learn how mail works')
  const start = page.getByRole('link', { name: /Begin here/ })
  await expect(start).toBeInViewport()
  await start.click()
  await expect(page).toHaveURL(/lessons\/[\w-]+\/$/)
  await expect(page.locator('#workbench .panel').first()).toBeVisible()
})

test('the lessons are listed with their minutes, and the sandbox is a link away', async ({
  page,
}) => {
  await page.goto('./')
  const lessons = page.locator('[data-lesson]')
  expect(await lessons.count()).toBeGreaterThan(0)
  await expect(lessons.first()).toContainText(/\d+ min/)
  await page.getByRole('navigation').getByRole('link', { name: 'Sandbox' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The sandbox')
})

test('a lesson that was done is stamped, and the large link leads on', async ({ page }) => {
  await page.goto('./')
  const [first, second] = await page
    .locator('[data-lesson]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['lesson'] ?? ''))
  await page.evaluate(
    (slug) =>
      localStorage.setItem(
        `helo-world/lesson/${slug}`,
        JSON.stringify({
          v: 1,
          journal: [],
          zones: {},
          hints: 0,
          progress: { met: 7, of: 7, done: true },
        }),
      ),
    first,
  )
  await page.reload()
  await expect(page.locator(`[data-lesson="${first}"]`)).toContainText('done')
  await expect(page.getByRole('link', { name: /Go on/ })).toHaveAttribute(
    'href',
    new RegExp(`lessons/${second}/`),
  )
})
