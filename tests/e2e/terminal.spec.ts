import { expect, test } from '@playwright/test'
import { enter, log, terminal } from './helpers/terminal.ts'

test('what the terminal shows is in the transcript too', async ({ page }) => {
  await page.goto('lessons/speak-smtp/')
  await enter(page, 'nc mx.example.org 25')
  await expect(log(page)).toContainText('220 mx.example.org')
  await enter(page, 'EHLO desk.example.net')
  await expect(log(page)).toContainText('250 HELP')
  await terminal(page)
    .getByRole('button', { name: /^Transcript/ })
    .click()
  await expect(log(page).locator('[data-who="you"]').last()).toContainText('EHLO')
})

test('a suggestion fills the line', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'chips are for fingers')
  await page.goto('lessons/speak-smtp/')
  await terminal(page).getByRole('button', { name: 'nc mx.example.org 25' }).click()
  await terminal(page).getByRole('button', { name: 'Enter' }).click()
  await expect(log(page)).toContainText('220 mx.example.org')
})
