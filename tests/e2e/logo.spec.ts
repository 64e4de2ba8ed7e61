import { expect, test } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'
import { enter, log } from './helpers/terminal.ts'

test('a logo is drawn where the receiver found one, and its absence has a reason', async ({
  page,
}) => {
  await page.goto('sandbox/?world=bank')
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: The bank’s statement for Alice' }).click()
  await reach(page, 'mailbox')
  const box = page.locator('[data-panel="mailbox"]')
  const logo = box.getByRole('img', { name: 'The logo of quayside.test' })
  await expect(logo).toBeVisible()
  // It is an image that can be drawn, made of the message alone.
  await expect(logo).toHaveAttribute('src', /^data:image\/svg\+xml;base64,/)
  await expect
    .poll(() => logo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  await expectAccessible(page)
  // Nothing vouches for who says to be somebody.
  await reach(page, 'terminal')
  await enter(page, 'swaks -t alice@example.org -f bob@example.net -s mail.example.org')
  await expect(log(page)).toContainText('Message accepted')
  await reach(page, 'mailbox')
  await box.getByRole('button', { name: /^Junk/ }).click()
  await expect(box.getByText('No logo: one is for a message in the inbox')).toBeVisible()
  await expect(logo).toHaveCount(0)
})
