import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { settle } from './helpers/pages.ts'
import { watch } from './helpers/watch.ts'
import { log } from './helpers/terminal.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find' })
const field = (page: Page) => page.getByRole('combobox', { name: 'Find' })
const chosen = (page: Page) => page.locator('.palette [aria-selected="true"]')

/** The key works once what listens for it is there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settle(page)
  await expect(async () => {
    if (!(await palette(page).isVisible())) await page.keyboard.press('Control+k')
    await expect(palette(page)).toBeVisible({ timeout: 1000 })
  }).toPass()
}

const tools = ['check/', 'write/', 'reports/', 'offline/']

for (const path of [
  './',
  'skills/',
  'sandbox/',
  'live/',
  'rules/',
  'rules/spf/no-all/',
  'codes/',
  ...tools,
])
  test(`Ctrl-K finds a code from ${path}`, async ({ page }) => {
    const noted = watch(page)
    await open(page, path)
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('550')
    await expect(chosen(page)).toContainText('550')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/codes\/#smtp-550$/)
    await expect(page.locator('#smtp-550')).toBeInViewport()
    await expect(palette(page)).toBeHidden()
    expect(noted).toEqual([])
  })

test('a line of a bounce leads to what its codes mean', async ({ page }) => {
  await open(page, 'check/')
  await field(page).fill(
    '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited',
  )
  await expect(chosen(page)).toContainText('4.7.650')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/codes\/#receiver-4-7-650$/)
  await expect(page.locator('#receiver-4-7-650')).toBeInViewport()
})

test('the list is gone through by arrow keys, and Escape gives the focus back', async ({
  page,
}) => {
  await open(page, 'lessons/your-first-spf/')
  await expectAccessible(page, '.palette')
  await page.keyboard.type('spf')
  await expect(page.locator('.palette [role="status"]')).toHaveText(/^\d+ finds$/)
  const first = await chosen(page).textContent()
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).not.toHaveText(first!)
  const id = await chosen(page).getAttribute('id')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', id!)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator('.palette li').last()).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.palette li').last()).toBeInViewport()
  await expectAccessible(page, '.palette')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
  await field(page).fill('zzqx')
  await expect(page.locator('.palette [role="status"]')).toHaveText('Nothing was found.')
  await expectAccessible(page, '.palette')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
})

test('a terminal keeps its Ctrl-K', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone types into a field below the terminal')
  await open(page, 'sandbox/')
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeHidden()
  await page.locator('.xterm-helper-textarea').focus()
  await page.keyboard.press('Control+k')
  // Were the palette open, these keys would be its own.
  await page.keyboard.type('whoami')
  await page.keyboard.press('Enter')
  await expect(log(page)).toContainText('whoami')
  await expect(palette(page)).toBeHidden()
})

test('a list that cannot be fetched is reported, and fetched again', async ({ page }) => {
  await page.route('**/find.json', (route) => route.abort())
  await open(page, 'glossary/')
  await expect(page.locator('.palette [role="status"]')).toContainText('could not be loaded')
  await page.unroute('**/find.json')
  await field(page).fill('relay')
  await expect(chosen(page)).toContainText('relay')
  await chosen(page).click()
  await expect(page.locator('#relay')).toBeInViewport()
})
