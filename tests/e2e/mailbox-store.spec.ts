import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'
import { enter, enterAll, log } from './helpers/terminal.ts'

const ALICE = 'alice@example.org'
const mailbox = (page: Page): Locator => page.locator('[data-panel="mailbox"]')
const folder = (page: Page, label: string): Locator =>
  mailbox(page).getByRole('group', { name: 'Folder' }).getByRole('button', { name: label })
const subjects = (page: Page): Locator => mailbox(page).locator('.messages .subject')

/** Delivers messages to Alice by LMTP, and shows her mailbox. */
async function openWith(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.goto('sandbox/')
  await enterAll(page, ['nc mail.example.org 24', 'LHLO desk.example.org'])
  for (const title of titles) {
    await enterAll(page, ['MAIL FROM:<bob@example.net>', `RCPT TO:<${ALICE}>`, 'DATA'])
    await enterAll(page, [`Subject: ${title}`, '', 'Hello', '.'])
  }
  await enter(page, 'QUIT')
  await reach(page, 'mailbox')
  await mailbox(page).getByLabel('Whose mailbox').selectOption(ALICE)
  await expect(folder(page, 'Inbox')).toHaveText(`Inbox ${titles.length}`)
}

async function imap(page: Page): Promise<void> {
  await enterAll(page, [
    'openssl s_client -quiet -crlf -connect mail.example.org:993',
    `a LOGIN ${ALICE} friday`,
    'b SELECT INBOX',
  ])
  await expect(log(page)).toContainText('b OK')
}

test('LMTP delivers: the message is there, with its envelope', async ({ page }) => {
  await openWith(page, 'One')
  await expect(mailbox(page).getByRole('heading', { name: 'One' })).toBeVisible()
  await expect(mailbox(page).getByRole('figure', { name: 'The envelope' })).toContainText(
    '<bob@example.net>',
  )
})

test('POP3 deletes with QUIT: the message is gone from the panel', async ({ page }) => {
  await openWith(page, 'One', 'Two')
  await enterAll(page, [
    'openssl s_client -quiet -crlf -connect mail.example.org:995',
    `USER ${ALICE}`,
    'PASS friday',
    'DELE 1',
  ])
  await expect(log(page)).toContainText('+OK')
  await reach(page, 'mailbox')
  await expect(folder(page, 'Inbox')).toHaveText('Inbox 2')
  await enter(page, 'QUIT')
  await reach(page, 'mailbox')
  await expect(folder(page, 'Inbox')).toHaveText('Inbox 1')
  await expect(mailbox(page).getByRole('heading', { name: 'Two' })).toBeVisible()
})

test('IMAP flags and expunges: the panel follows', async ({ page }) => {
  await openWith(page, 'One', 'Two')
  await imap(page)
  await enter(page, 'c STORE 1 +FLAGS (\\Flagged \\Answered)')
  await expect(mailbox(page).locator('.flags')).toHaveText('answered · flagged')
  await reach(page, 'mailbox')
  await mailbox(page).getByRole('button', { name: /^One/ }).click()
  await expect(mailbox(page).locator('[data-flags]')).toHaveText('answered, flagged')
  await expectAccessible(page)
  await enter(page, 'd STORE 1 +FLAGS (\\Deleted)')
  await expect(mailbox(page).locator('[data-flags]')).toHaveText('answered, flagged, deleted')
  await enter(page, 'e EXPUNGE')
  await reach(page, 'mailbox')
  await expect(folder(page, 'Inbox')).toHaveText('Inbox 1')
  await expect(mailbox(page).getByRole('heading', { name: 'Two' })).toBeVisible()
})

test('looking at a message in the panel does not mark it as seen', async ({ page }) => {
  await openWith(page, 'One', 'Two')
  await mailbox(page).getByRole('button', { name: /^One/ }).click()
  await imap(page)
  await enter(page, 'c SEARCH SEEN')
  await expect(log(page)).toContainText('c OK')
  await expect(log(page)).not.toContainText('SEARCH 1')
  await expect(mailbox(page).locator('[data-flags]')).toHaveCount(0)
})

test('IMAP moves and copies: the folders follow', async ({ page }) => {
  await openWith(page, 'One', 'Two')
  await reach(page, 'mailbox')
  await expect(folder(page, 'Trash')).toHaveCount(0)
  await imap(page)
  await enter(page, 'c MOVE 1 Trash')
  await reach(page, 'mailbox')
  await expect(folder(page, 'Inbox')).toHaveText('Inbox 1')
  await folder(page, 'Trash').click()
  await expect(mailbox(page).getByRole('heading', { name: 'One' })).toBeVisible()
  await enter(page, 'd COPY 1 Trash')
  await reach(page, 'mailbox')
  await expect(folder(page, 'Trash')).toHaveText('Trash 2')
  await expect(subjects(page)).toHaveText(['Two', 'One'])
  await expect(folder(page, 'Inbox')).toHaveText('Inbox 1')
})

test('IMAP appends: the message is there, and no server delivered it', async ({ page }) => {
  await openWith(page, 'One')
  await imap(page)
  await enterAll(page, ['c APPEND Sent (\\Seen) {17+}', 'Subject: Mine', '', ''])
  await reach(page, 'mailbox')
  await folder(page, 'Sent').click()
  await expect(mailbox(page).getByRole('heading', { name: 'Mine' })).toBeVisible()
  await expect(mailbox(page)).toContainText('no server delivered it')
  await expect(mailbox(page).getByRole('figure', { name: 'The envelope' })).toHaveCount(0)
  await expect(mailbox(page).locator('[data-flags]')).toHaveText('seen')
})

test('the program mail reads and deletes: the panel follows', async ({ page }) => {
  await openWith(page, 'One', 'Two')
  await enterAll(page, [`mail ${ALICE}`, 'friday', '1'])
  await expect(mailbox(page).locator('.flags')).toHaveText('seen')
  await enterAll(page, ['d 1', 'q'])
  await reach(page, 'mailbox')
  await expect(folder(page, 'Inbox')).toHaveText('Inbox 1')
  await expect(mailbox(page).getByRole('heading', { name: 'Two' })).toBeVisible()
})
