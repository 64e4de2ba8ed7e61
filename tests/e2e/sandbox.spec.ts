import { expect, test } from '@playwright/test'
import { askCoach, goals, judged, reach, startOver } from './helpers/desk.ts'
import { enter, enterAll, log } from './helpers/terminal.ts'
import { expectInsideAtAllSizes } from './helpers/measure.ts'
import { waitForEditor, rewriteZone, zonePanel } from './helpers/zone.ts'

test('dig sees an edited record at once, and so do the senders', async ({ page }) => {
  await page.goto('sandbox/')
  await enter(page, 'dig +short example.org TXT')
  await expect(log(page)).toContainText('include:news.example -all')
  await rewriteZone(page, '@ TXT "v=spf1 -all"\n')
  const senders = await reach(page, 'senders')
  await expect(senders).toContainText('3 of 5 right')
  await enter(page, 'dig +short example.org TXT')
  await expect(log(page)).toContainText('"v=spf1 -all"')
  await page.reload()
  await expect(senders).toContainText('3 of 5 right')

  await startOver(page)
  await expect(senders).toContainText('5 of 5 right')
  await askCoach(page, 'Undo')
  await expect(senders).toContainText('3 of 5 right')
})

test('a page without goals shows none', async ({ page }) => {
  await page.goto('sandbox/')
  await enter(page, 'hosts')
  await judged(page)
  await expect(goals(page)).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Steps' })).toHaveCount(0)
})

test('each zone keeps its own text', async ({ page, isMobile }) => {
  await page.goto('sandbox/')
  if (!isMobile) await waitForEditor(page)
  await reach(page, 'zone')
  const tab = (name: string) =>
    zonePanel(page).getByRole('group', { name: 'Zone' }).getByRole('button', { name, exact: true })
  await tab('example.net').click()
  await rewriteZone(page, 'mx A 198.51.100.26\n')
  await reach(page, 'zone')
  await tab('example.org').click()
  await enter(page, 'dig +short mx.example.net A')
  await expect(log(page)).toContainText('198.51.100.26')
  await enter(page, 'dig +short mail.example.org A')
  await expect(log(page)).toContainText('192.0.2.25')
})

test('a message without a sender, written by hand, is in junk', async ({ page }) => {
  await page.goto('sandbox/')
  const typed = ['EHLO desk.example.org', 'MAIL FROM:<>', 'RCPT TO:<bob@example.net>', 'DATA']
  await enterAll(page, ['nc mx.example.net 25', ...typed, 'Subject: By hand', '', 'Hello', '.'])
  const mailbox = await reach(page, 'mailbox')
  await mailbox.getByRole('button', { name: 'Junk 1' }).click()
  await expect(mailbox.getByRole('heading', { name: 'By hand' })).toBeVisible()
})

test('a message that is sent arrives, with its envelope beside it', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Alice’s message to Bob' }).click()
  const mailbox = await reach(page, 'mailbox')
  await expect(mailbox.getByRole('figure', { name: 'The envelope' })).toContainText(
    '<alice@example.org>',
  )
  await expect(mailbox.getByRole('group', { name: 'Header and body' })).toContainText(
    'Lunch on Friday?',
  )
  await mailbox.getByRole('button', { name: 'Raw' }).click()
  await expect(mailbox.locator('pre')).toContainText('Authentication-Results:')
})

test('a check in the delivery opens its verdict, down to the record that decided', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: /^Somebody writes as Alice/ }).click()
  const delivery = await reach(page, 'delivery')
  await expect(delivery).toContainText('Rejected')
  await delivery.getByRole('button', { name: 'List' }).click()
  await delivery.getByRole('button', { name: /judges SPF:/ }).click()
  await delivery.getByRole('button', { name: 'Open the verdict' }).click()
  const summary = delivery.locator('.checks summary').first()
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('fail')
  await expect(delivery.locator('mark').first()).toHaveText('-all')
  await delivery.getByRole('button', { name: 'List' }).click()
  await expect(delivery.locator('[aria-current="step"]')).toContainText('judges SPF')
})

test('each panel of the sandbox fits its place on every screen', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has one size')
  test.slow()
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Alice’s message to Bob' }).click()
  for (const name of ['mails', 'delivery', 'mailbox', 'wire', 'map', 'devices'] as const) {
    await reach(page, name)
    await judged(page)
    await expectInsideAtAllSizes(page)
  }
})

test('time goes by when it is asked to, and stays gone by', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'terminal')
  const time = await reach(page, 'time')
  await expect(time).toContainText('08:00:00 UTC')
  await time.getByRole('button', { name: '1 hour' }).click()
  await expect(time).toContainText('09:00:00 UTC')
  await expect(time.getByRole('button', { name: 'To what is next' })).toBeDisabled()
  await page.reload()
  await reach(page, 'time')
  await expect(time).toContainText('09:00:00 UTC')
})

test('a state is saved, compared and gone back to, and nothing is lost', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  const time = await reach(page, 'time')
  await time.getByLabel('Name of this state').fill('Before')
  await time.getByRole('button', { name: 'Save', exact: true }).click()
  await time.getByRole('button', { name: '1 hour' }).click()
  await expect(time).toContainText('09:00:00 UTC')
  await time.getByRole('button', { name: 'Compare Before with now' }).click()
  await expect(time.getByRole('region', { name: 'Before (−) and now (+)' })).toContainText(
    '08:00:00 UTC → ',
  )
  await time.getByRole('button', { name: 'Go back to Before' }).click()
  await expect(time).toContainText(', 08:00:00 UTC')
  await expect(time.getByRole('button', { name: 'Go back to Branch 1' })).toBeVisible()
  await page.reload()
  await judged(page)
  await reach(page, 'time')
  await time.getByRole('button', { name: 'Go back to Branch 1' }).click()
  await expect(time).toContainText('09:00:00 UTC')
})

test('the cause of a step of a delivery can be followed', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  const mails = await reach(page, 'mails')
  await mails.getByRole('button', { name: /^Send/ }).first().click()
  await judged(page)
  const delivery = await reach(page, 'delivery')
  const step = delivery.getByRole('group', { name: /^Step \d+$/ })
  const because = step.getByRole('button', { name: /^Step \d+: / })
  const [number] = /Step \d+/.exec((await because.textContent()) ?? '') ?? []
  await because.focus()
  await page.keyboard.press('Enter')
  await expect(step).toHaveAttribute('aria-label', number!)
})
