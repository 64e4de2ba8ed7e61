import { expect, test } from '@playwright/test'
import { expectDone } from './helpers/desk.ts'
import { pressUntilFocused } from './helpers/focus.ts'
import { playByKeyboard } from './helpers/keyboard.ts'
import { settle } from './helpers/pages.ts'
import { log, screen, terminal } from './helpers/terminal.ts'
import { waitForEditor } from './helpers/zone.ts'

test.skip(({ isMobile }) => isMobile, 'a phone has no Tab key')

test('a lesson is done, and left for the next, without a mouse', async ({ page }) => {
  test.slow()
  await page.goto('lessons/speak-smtp/')
  await settle(page)
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'A hint' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)

  await playByKeyboard(page, 'speak-smtp')
  await expectDone(page)

  const back = page.getByRole('button', { name: 'Look back' })
  await pressUntilFocused(page, 'Shift+Tab', back)
  await page.keyboard.press('Enter')
  // What looks back is fetched then, and so is where it leads on.
  await expect(page.locator('a[rel="next"]')).toBeVisible()
  await pressUntilFocused(page, 'Tab', page.locator('a[rel="next"]'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two envelopes')
})

for (const slug of ['your-first-spf', 'all-three-together'])
  test(`${slug} is done with the keys alone`, async ({ page }) => {
    test.slow()
    await page.goto(`lessons/${slug}/`)
    await waitForEditor(page)
    await playByKeyboard(page, slug)
    await expectDone(page)
  })

test('Tab leaves an empty prompt, completes a word, and leaves again after Escape', async ({
  page,
}) => {
  await page.goto('sandbox/')
  // What comes later may come between the terminal and what is behind it.
  await settle(page)
  await screen(page).focus()
  await page.keyboard.press('Tab')
  await expect(screen(page)).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(screen(page)).toBeFocused()
  await page.keyboard.type('nc mx.example.n')
  await page.keyboard.press('Tab')
  await page.keyboard.type('25')
  await expect(screen(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(log(page)).toContainText('220 mx.example.net')
  await page.keyboard.type('EHL')
  await page.keyboard.press('Tab')
  await expect(screen(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(terminal(page)).toContainText('Tab now leaves')
  await page.keyboard.press('Tab')
  await expect(screen(page)).not.toBeFocused()
})

for (const path of ['lessons/speak-smtp/', 'sandbox/'])
  test(`the focus goes all around ${path} and is held by nothing`, async ({ page }) => {
    await page.goto(path)
    await settle(page)
    // The editor has a Tab key of its own.
    if (path === 'sandbox/') await waitForEditor(page)
    const first = page.locator('.skip').first()
    const last = page.locator('[data-slot="effect"] button').filter({ visible: true }).last()
    await pressUntilFocused(page, 'Tab', last)
    await pressUntilFocused(page, 'Shift+Tab', first)
  })
