import { expect, test } from '@playwright/test'
import { pressUntilFocused } from './helpers/focus.ts'
import { expectDone, metGoals } from './helpers/goals.ts'
import { typedLines } from './helpers/lesson-files.ts'
import { settle } from './helpers/pages.ts'
import { screen, terminal } from './helpers/terminal.ts'
import { waitForEditor } from './helpers/zone.ts'

test.skip(({ isMobile }) => isMobile, 'a phone has no Tab key')

test('the first lesson is done, and left for the next, without a mouse', async ({ page }) => {
  await page.goto('lessons/speak-smtp/')
  await settle(page)
  const hint = page.getByRole('button', { name: 'Give me a hint' })
  await pressUntilFocused(page, 'Tab', hint)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)

  await pressUntilFocused(page, 'Tab', screen(page))
  for (const line of typedLines('speak-smtp')) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await expectDone(page)

  await page.keyboard.press('Escape')
  await expect(terminal(page)).toContainText('Tab now leaves the terminal.')
  await page.keyboard.press('Tab')
  await expect(screen(page)).not.toBeFocused()
  await pressUntilFocused(page, 'Shift+Tab', page.getByRole('link', { name: /^Next/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your first SPF')
})

test('the second skip link leads to the workbench, one Tab or two before the terminal', async ({
  page,
}) => {
  await page.goto('lessons/speak-smtp/')
  await settle(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the workbench' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#workbench')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(screen(page)).toBeFocused()
})

test('Tab leaves an empty prompt, completes a word, and leaves again after Escape', async ({
  page,
}) => {
  await page.goto('lessons/speak-smtp/')
  await screen(page).focus()
  await page.keyboard.press('Tab')
  await expect(screen(page)).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(screen(page)).toBeFocused()
  await page.keyboard.type('nc mx.ex')
  await page.keyboard.press('Tab')
  await page.keyboard.type('25')
  await expect(screen(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(metGoals(page)).toHaveCount(1)
  await page.keyboard.type('EHL')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(screen(page)).not.toBeFocused()
})

for (const path of ['lessons/speak-smtp/', 'sandbox/'])
  test(`the focus goes all around ${path} and is held by nothing`, async ({ page }) => {
    await page.goto(path)
    await settle(page)
    if (path === 'sandbox/') await waitForEditor(page)
    const first = page.locator('.skip').first()
    await pressUntilFocused(page, 'Tab', page.locator('[data-panel="mailbox"] button').last())
    await pressUntilFocused(page, 'Shift+Tab', first)
  })
