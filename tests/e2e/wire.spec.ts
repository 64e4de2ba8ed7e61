import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'
import { enter, enterAll } from './helpers/terminal.ts'

const wire = (page: Page) => page.locator('[data-panel="wire"]')
const lines = (page: Page) => wire(page).getByRole('list', { name: 'What went over the wire' })

async function sendMessage(page: Page): Promise<void> {
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Alice’s message to Bob' }).click()
}

test('the wire shows each line as it went, and the diagram follows', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'wire')
  await expect(wire(page)).toContainText('Nothing went over a wire yet')
  await enterAll(page, [
    'nc mx.example.net 25',
    'EHLO desk.example.org',
    'MAIL FROM:<a@example.org>',
  ])
  await reach(page, 'wire')
  const sent = lines(page).locator('[data-from="client"]')
  await expect(sent.last()).toContainText('MAIL FROM:<a@example.org>')
  await expect(sent.last().locator('.end')).toHaveText('CRLF')
  await expect(wire(page).locator('.here')).toHaveText('has a sender')
  await expect(wire(page).locator('figcaption')).toContainText('RCPT')
})

test('a message that is sent shows its stuffed lines and its end', async ({ page }) => {
  await page.goto('sandbox/')
  await sendMessage(page)
  await reach(page, 'wire')
  await expect(lines(page)).toContainText('a dot alone: the end')
  await expect(lines(page)).toContainText('The connection is closed.')
  await expect(wire(page).locator('figcaption')).toContainText('The session is over.')
})

test('the wire is there for everybody', async ({ page }) => {
  await page.goto('sandbox/')
  await sendMessage(page)
  await reach(page, 'wire')
  await expect(lines(page)).toContainText('The connection is closed.')
  await expectAccessible(page)
})

test('IMAP: literals are read by length, and the diagram follows from state to state', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await enterAll(page, [
    'openssl s_client -quiet -crlf -connect mail.example.org:993',
    'a LOGIN alice@example.org {6}',
    'friday',
    'b SELECT INBOX',
  ])
  await reach(page, 'wire')
  await expect(lines(page)).toContainText('octets follow from the client')
  await expect(wire(page).locator('.here')).toContainText('selected')
  await expect(wire(page).locator('figcaption')).toContainText('UID FETCH/STORE')
  await enter(page, 'c LOGOUT')
  await expect(wire(page).locator('.here')).toHaveText('closed')
})

test('mail reads a message over IMAP, and the wire shows what it sent', async ({ page }) => {
  await page.goto('sandbox/')
  await sendMessage(page)
  await enterAll(page, ['mail bob@example.net', 'lunch', '1'])
  await reach(page, 'wire')
  const sent = lines(page).locator('[data-from="client"]')
  await expect(sent.last()).toContainText('FETCH 1 (BODY[])')
  await expect(lines(page)).toContainText('here the announced octets end')
  await page.getByRole('button', { name: 'As seen from between' }).click()
  await expect(sent.last()).toContainText('octets under TLS')
  await expectAccessible(page)
})
