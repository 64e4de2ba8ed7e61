import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { watch } from './helpers/watch.ts'

/** Marks, a key longer than a phone is wide, a message, a zone, an absence; a short and a long family. */
const quietPages = [
  'rules/spf/terms-after-all/',
  'rules/dkim/key-armour/',
  'rules/signature/tag-missing/',
  'rules/zone/missing-glue/',
  'rules/dmarc/absent/',
  'rules/tls-rpt/',
  'rules/spf/',
]

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function expectSound(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  expect((await page.goto(path))?.status()).toBe(200)
  await expect(page.locator('h1')).toHaveCount(1)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
}

for (const path of quietPages)
  test(`${path} fits, and axe finds nothing, by day and by night`, async ({ page }) => {
    const noted = watch(page)
    await expectSound(page, path)
    await expect(page.locator('#theme button')).toBeVisible()
    expect(noted).toEqual([])
  })

test('the index fits, and axe finds nothing, by day and by night', async ({ page }) => {
  const noted = watch(page)
  await expectSound(page, 'rules/')
  expect(noted).toEqual([])
})

test('from the index to a family, to a rule, on to the next, and back', async ({ page }) => {
  await page.goto('rules/')
  await page.getByRole('link', { name: 'SPF', exact: true }).click()
  await expect(page).toHaveURL(/rules\/spf\/$/)
  await page.getByRole('link', { name: 'Terms after all' }).click()
  await expect(page.locator('mark').first()).toHaveText('mx')
  await expect(page.locator('ins').first()).toHaveText('mx')
  await page.getByRole('link', { name: /^Next:/ }).click()
  await expect(page).not.toHaveURL(/terms-after-all/)
  await page.getByRole('link', { name: 'SPF', exact: true }).click()
  await page.getByRole('link', { name: 'All rules' }).click()
  await expect(page).toHaveURL(/rules\/$/)
})

test('the search is used by keyboard alone, and is there again on the way back', async ({
  page,
}) => {
  const noted = watch(page)
  await page.goto('rules/')
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search the rules')).toBeFocused()
  await page.keyboard.type('terms all')
  await expect(page.getByRole('status')).toHaveText(/^\d+ rules?$/)
  await expect(page.locator('#families')).toBeHidden()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Terms after all' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/rules\/spf\/terms-after-all\/$/)
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Terms after all' })).toBeVisible()
  await page.getByLabel('Search the rules').focus()
  await page.keyboard.press('Escape')
  await expect(page.locator('#families')).toBeVisible()
  await expect(page).toHaveURL(/rules\/$/)
  expect(noted).toEqual([])
})

test('the search keeps to a severity, and reports when nothing is found', async ({ page }) => {
  await page.goto('rules/')
  await page.getByLabel('Severity').selectOption('info')
  await expect(page.locator('#results .severity').first()).toHaveText('info')
  const severities = await page.locator('#results .severity').allTextContents()
  expect(new Set(severities)).toEqual(new Set(['info']))
  await page.getByLabel('Search the rules').fill('no such words')
  await expect(page.getByRole('status')).toHaveText('No rule has all of these words.')
})

test('the search keeps to a family and a record, and the address says so', async ({ page }) => {
  await page.goto('rules/')
  await page.getByLabel('Family').selectOption('zone')
  await page.getByLabel('Record').selectOption('CNAME')
  await expect(page.locator('#results .facts code').first()).toHaveText(/^zone\//)
  await expect(page).toHaveURL(/family=zone&record=CNAME/)
  await page.reload()
  await expect(page.getByLabel('Record')).toHaveValue('CNAME')
  await expect(page.locator('#results .facts code').first()).toHaveText(/^zone\//)
})

test('an example is opened in the sandbox, which finds what the rule finds', async ({ page }) => {
  await page.goto('rules/spf/terms-after-all/')
  await page.getByRole('link', { name: 'Open in the sandbox' }).click()
  await expect(page).toHaveURL(/sandbox\/#s=/)
  await expect(page.locator('[data-panel="zone"]')).toContainText('never tried')
})

test('rules that cannot be fetched are reported, and the families stay', async ({ page }) => {
  await page.route('**/search.json', (route) => route.abort())
  await page.goto('rules/?q=loop')
  await expect(page.getByRole('status')).toContainText('could not be loaded')
  await expect(page.locator('#families')).toBeVisible()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the index leads to every rule, and offers no search', async ({ page }) => {
    await page.goto('rules/#arc')
    await expect(page.locator('#arc')).toBeInViewport()
    await expect(page.getByRole('search')).toBeHidden()
    await page.locator('#arc a').click()
    await page.locator('.rules a').last().click()
    await expect(page).toHaveURL(/rules\/arc\/[\w-]+\/$/)
  })
})
