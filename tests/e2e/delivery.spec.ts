import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'
import { enter } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const delivery = (page: Page) => page.getByRole('region', { name: 'Delivery' })
const rows = (page: Page) =>
  delivery(page).getByRole('list', { name: 'Delivery, step by step' }).getByRole('listitem')
const current = (page: Page) => rows(page).locator('[aria-current="step"]')

const typed = ['nc mx.example.net 25', 'EHLO desk.example.org', 'MAIL FROM:<alice@example.org>']

test('a message typed by hand is drawn as it goes, and its checks', async ({ page }) => {
  const noted = watch(page)
  await page.goto('sandbox/')
  for (const line of typed) await enter(page, line)
  await reach(page, 'delivery')
  await delivery(page).getByRole('button', { name: 'List' }).click()
  await expect(rows(page).last()).toContainText('desk.example.org sends MAIL FROM')
  for (const line of [
    'RCPT TO:<bob@example.net>',
    'DATA',
    'From: alice@example.org',
    '',
    'Hi',
    '.',
  ])
    await enter(page, line)
  await reach(page, 'delivery')
  await expect(rows(page).filter({ hasText: 'judges SPF: fail' })).toBeVisible()
  await expect(rows(page).filter({ hasText: 'judges DMARC: fail' })).toBeVisible()
  await expect(rows(page).last()).toContainText('replies to the message: 250')
  await expect(delivery(page)).toContainText('Junk')
  await expectAccessible(page)
  expect(noted).toEqual([])
})

test('what lies ahead keeps its verdict until one has stepped there', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: /^Alice’s message to Bob/ }).click()
  await reach(page, 'delivery')
  await delivery(page).getByRole('button', { name: 'List' }).click()
  const spf = rows(page).filter({ hasText: 'SPF pass' })
  await spf.getByRole('button').click()
  await expect(current(page)).toContainText('judges SPF: pass')
  await expect(rows(page).filter({ hasText: 'DMARC ?' })).toBeVisible()
  await delivery(page).getByRole('button', { name: 'Back' }).click()
  await expect(rows(page).filter({ hasText: 'SPF ?' })).toBeVisible()
  await delivery(page).getByRole('button', { name: 'Step', exact: true }).click()
  await delivery(page).getByRole('button', { name: 'Open the verdict' }).click()
  await expect(delivery(page).locator('.checks')).toContainText('1 of 10 lookups')
})

test('arrow keys go from row to row of the diagram, and the octets show', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: /^Alice’s message to Bob/ }).click()
  await reach(page, 'delivery')
  await delivery(page).getByRole('button', { name: 'Diagram' }).click()
  const mail = rows(page).getByRole('button', { name: /sends MAIL FROM/ })
  await mail.click()
  const detail = delivery(page).getByRole('group', { name: /^Step \d+$/ })
  await expect(detail.getByLabel('Octets that the client sent')).toContainText(
    'MAIL FROM:<alice@example.org> SIZE=',
  )
  await expect(detail).toContainText('under TLS')
  await mail.press('ArrowDown')
  await expect(current(page)).toHaveAccessibleName(/sends RCPT TO/)
  await expect(current(page)).toBeFocused()
  await expectAccessible(page)
})

test('two messages are chosen from, and each shows its own rows', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: The newsletter of example.org' }).click()
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Somebody writes as Alice' }).click()
  await reach(page, 'delivery')
  const which = delivery(page).getByLabel('Which message')
  await expect(which.locator('option:checked')).toHaveText('✕ Somebody writes as Alice')
  await which.selectOption({ label: '✓ The newsletter of example.org' })
  await delivery(page).getByRole('button', { name: 'List' }).click()
  await expect(rows(page).first()).toContainText('out.news.example')
  await expect(delivery(page)).not.toContainText('forger.example')
})

test('Authentication-Results is explained, and what a signature covers is marked', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Alice’s message to Bob' }).click()
  await reach(page, 'mailbox')
  const message = page.getByRole('group', { name: 'Header and body' })
  await message.getByRole('button', { name: 'Way and checks' }).click()
  const results = message.getByRole('region', { name: 'Authentication-Results' })
  await expect(results).toContainText('spf=pass')
  await expect(results).toContainText('the server that took the message in last')
  await expect(results.getByRole('link', { name: /RFC 8601 §2\.7\.1/ })).toBeVisible()
  await expect(message.getByRole('region', { name: 'Hops' })).toContainText(
    'mail.example.org → mx.example.net (ESMTPS)',
  )
  await expectAccessible(page)
  await message.getByRole('button', { name: 'Raw' }).click()
  await message.getByRole('button', { name: 'example.org june' }).click()
  await expect(message.locator('pre mark').filter({ hasText: 'Subject: Lunch' })).toBeVisible()
  await expect(message).toContainText('5 fields and the whole body')
  await expectAccessible(page)
})

test('on paper the list stands whole', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: /^Alice’s message to Bob/ }).click()
  await reach(page, 'delivery')
  await expect(rows(page).first()).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  const printed = delivery(page).locator('.printed li')
  await expect(printed.last()).toBeVisible()
  await expect(delivery(page).locator('.drawn')).toBeHidden()
})
