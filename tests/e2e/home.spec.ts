import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'

const DAY = 86_400_000

const slugs = (page: Page) =>
  page
    .locator('[data-lesson]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['lesson'] ?? ''))

/** Stores work as a lesson does: so many of five steps done; done so many days ago, if at all. */
const store = (page: Page, slug: string, met: number, daysAgo?: number) =>
  page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `helo-world/lesson/${slug}`,
    JSON.stringify({
      ...{ v: 2, edition: 1, journal: [{ kind: 'check' }], zones: {}, hints: {} },
      progress: { met, of: 5, done: met === 5 },
      ...(daysAgo !== undefined && { doneAt: new Date(Date.now() - daysAgo * DAY).toISOString() }),
    }),
  ] as const)

test('one click leads from the home page into the first lesson', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Learn how mail works')
  const start = page.getByRole('link', { name: /Begin here/ })
  await expect(start).toBeInViewport()
  await start.click()
  await expect(page).toHaveURL(/lessons\/[\w-]+\/$/)
  await expect(page.locator('[data-slot="step"]').first()).toBeVisible()
})

test('the lessons are listed with their minutes, and the sandbox is a link away', async ({
  page,
}) => {
  await page.goto('./')
  const lessons = page.locator('[data-lesson]')
  expect(await lessons.count()).toBeGreaterThan(0)
  await expect(lessons.first()).toContainText(/\d+ min/)
  await expect(page.getByRole('heading', { name: 'Due today' })).toBeHidden()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Sandbox' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The sandbox')
})

test('a first EHLO is answered by the engine, which comes with the focus', async ({ page }) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await page.goto('./')
  await page.waitForLoadState('networkidle')
  expect(workers).toEqual([])
  const line = page.getByRole('textbox', { name: 'A line to mx.example.net' })
  const log = page.getByRole('log')
  const before = await page.locator('#lessons').boundingBox()
  await line.fill('EHLO ann')
  await line.press('Enter')
  await expect(log).toContainText('250-mx.example.net')
  expect(workers).toHaveLength(1)
  await expect(log.getByText('220 mx.example.net ESMTP ready')).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: 'real server’s answer' })).toBeVisible()
  await line.fill('HELLO')
  await line.press('Enter')
  await expect(log).toContainText('500 5.5')
  await line.fill('QUIT')
  await line.press('Enter')
  await expect(log).toContainText('221')
  await line.fill('NOOP')
  await line.press('Enter')
  await expect(log.getByText(/^\s*220/)).toHaveCount(2)
  expect(await page.locator('#lessons').boundingBox()).toEqual(before)
  await expectAccessible(page)
})

test('a lesson that was done is stamped, and the large link leads on', async ({ page }) => {
  await page.goto('./')
  const [first, second] = await slugs(page)
  await store(page, first!, 5)
  await page.reload()
  await expect(page.locator(`[data-lesson="${first}"]`).getByRole('link')).toHaveAccessibleName(
    /done/,
  )
  await expect(page.locator('#progress')).toHaveText(/^1 of \d+ lessons done$/)
  await expect(page.getByRole('link', { name: /Go on/ })).toHaveAttribute(
    'href',
    new RegExp(`lessons/${second}/`),
  )
})

test('who comes back goes on at the open step, seen at once on a small laptop', async ({
  page,
  isMobile,
}) => {
  if (!isMobile) await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('./')
  const [first, second] = await slugs(page)
  await store(page, first!, 5, 2)
  await store(page, second!, 2)
  await page.reload()
  const on = page.getByRole('link', { name: /^Continue.*step 3 of 5 · about \d+ min left/ })
  await expect(on).toHaveAttribute('href', new RegExp(`lessons/${second}/$`))
  await expect(page.getByRole('heading', { name: 'Due today' })).toBeVisible()
  await expectAccessible(page)
  if (isMobile) return
  await expect(on).toBeInViewport({ ratio: 1 })
  await expect(page.locator(`[data-lesson="${second}"]`)).toBeInViewport({ ratio: 1 })
})

test('a review begins the lesson again, and a done one stays stamped', async ({ page }) => {
  await page.goto('./')
  const [first] = await slugs(page)
  await store(page, first!, 5, 2)
  await page.reload()
  await page.getByRole('link', { name: /^Review / }).click()
  await expect(page).toHaveURL(new RegExp(`lessons/${first}/$`))
  const stored = () =>
    page.evaluate((slug) => localStorage.getItem(`helo-world/lesson/${slug}`), first)
  await expect.poll(stored).toContain('"doneAt"')
  await page.goto('./')
  await expect(page.locator(`[data-lesson="${first}"]`)).toHaveAttribute('data-status', /done|due/)
})
