import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { askCoach, judged, openWork, reach, show, startOver } from './helpers/desk.ts'
import { enter, enterAll, log } from './helpers/terminal.ts'
import { rewriteZone, zonePanel } from './helpers/zone.ts'

const zone = `$ORIGIN mine.example.
$TTL 3600
@   SOA ns1 hostmaster 1 7200 900 1209600 300
@   NS  ns1
ns1 A   192.0.2.150
mx  A   192.0.2.151
@   MX  10 mx
@   TXT "v=spf1 mx include:_spf.service.example -all"
_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:postmaster@mine.example"
`

const eml = `Return-Path: <alice@example.org>
From: Alice <alice@example.org>
To: bob@example.net
Subject: From a file

Dear Bob, this came from a file.
`

const dialog = (page: Page) => page.locator('dialog[open]')

async function bring(page: Page, text: string): Promise<void> {
  await show(page, 'step')
  await page.getByRole('button', { name: 'Paste or drop …' }).click()
  await page.getByRole('textbox', { name: 'Zone or message' }).fill(text)
}

async function addMine(page: Page): Promise<void> {
  await bring(page, zone)
  await expect(dialog(page)).toContainText('A zone file, 7 records.')
  await expect(dialog(page)).toContainText('Nothing is wrong with it.')
  await dialog(page).getByRole('button', { name: 'Add the zone' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await judged(page)
}

test('one’s own zone is pasted, has no false error, and its message travels', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  await bring(page, zone)
  await expect(dialog(page)).toContainText('its mail hosts: mx.mine.example')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Add the zone' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await judged(page)
  await show(page, 'doing')
  await expect(zonePanel(page)).toBeVisible()
  const delivery = await reach(page, 'delivery')
  await expect(delivery).toContainText('From mine.example to Bob')
  await expect(delivery).toContainText('Inbox')
  const senders = await reach(page, 'senders')
  await expect(senders).toContainText('7 of 7 right')
  await reach(page, 'zone')
  await expect(
    zonePanel(page).getByRole('button', { name: 'mine.example', exact: true }),
  ).toHaveAttribute('aria-pressed', 'true')
  await enter(page, 'dig +short mine.example MX')
  await expect(log(page)).toContainText('mx.mine.example')

  await page.reload()
  await judged(page)
  await show(page, 'step')
  await expect(page.getByRole('button', { name: 'Change mine.example' })).toBeVisible()
  await startOver(page)
  await show(page, 'step')
  await expect(page.getByRole('button', { name: 'Change mine.example' })).toHaveCount(0)
  await askCoach(page, 'Undo')
  await show(page, 'step')
  await expect(page.getByRole('button', { name: 'Change mine.example' })).toBeVisible()
})

test('a domain is renamed everywhere, with what was done in it', async ({ page }) => {
  await page.goto('sandbox/')
  await enter(page, 'dig +short example.org MX')
  await expect(log(page)).toContainText('mail.example.org')
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Change example.org', exact: true }).click()
  await dialog(page).getByRole('textbox', { name: /^Name/ }).fill('mine.example')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await judged(page)
  await show(page, 'step')
  await expect(page.getByRole('button', { name: 'Change alice@mine.example' })).toBeVisible()
  await show(page, 'doing')
  await expect(log(page)).toContainText('mail.mine.example')
  const senders = await reach(page, 'senders')
  await expect(senders).toContainText('5 of 5 right')
})

test('a message from a file travels, or is only read', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  await bring(page, eml)
  await dialog(page).getByRole('button', { name: 'Only read it' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'From a file' })).toBeVisible()
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: 'Let it travel' }).click()
  await expect(dialog(page)).toHaveCount(0)
  const delivery = await reach(page, 'delivery')
  await expect(delivery).toContainText('From a file')
  const mailbox = await reach(page, 'mailbox')
  await expect(mailbox).toContainText('From a file')
})

test('what is typed by hand shows its journey', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  const typed = ['EHLO desk.example.org', 'MAIL FROM:<alice@example.org>']
  await enterAll(page, ['nc mx.example.net 25', ...typed, 'RCPT TO:<bob@example.net>', 'DATA'])
  await enterAll(page, ['From: Alice <alice@example.org>', 'Subject: Spoof', '', 'Hello', '.'])
  await judged(page)
  await show(page, 'effect')
  const delivery = page.locator('[data-panel="delivery"]')
  await expect(delivery).toBeVisible()
  await expect(delivery).toContainText('SPF fail')
})

test('a zone pasted into another is offered as its own', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  await rewriteZone(page, zone)
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Make it a zone of its own' }).click()
  await dialog(page).getByRole('button', { name: 'Add the zone' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await judged(page)
  await expect(page.getByRole('button', { name: 'Make it a zone of its own' })).toHaveCount(0)
  const senders = await reach(page, 'senders')
  await expect(senders).toContainText('7 of 7 right')
})

test('a part is changed as text, and a fault is shown where it is', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Mailboxes as text' }).click()
  const field = dialog(page).getByRole('textbox', { name: 'The text' })
  await expect(field).toHaveValue(/bob@example\.net/)
  const before = await field.inputValue()
  await field.fill(`${before}- address: eve\n`)
  await dialog(page).getByRole('button', { name: 'Put in force' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Line 9, column 3')
  await expectAccessible(page)
  await field.fill(`${before}- address: eve@example.net\n  password: x\n`)
  await dialog(page).getByRole('button', { name: 'Put in force' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Change eve@example.net' })).toBeVisible()
})

test('a file that is dropped on the rail is read, and too much of it has a number', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await judged(page)
  await show(page, 'step')
  const drop = async (times: number) => {
    const data = await page.evaluateHandle(
      ([text, count]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([text.repeat(count)], 'mine.example.zone'))
        return transfer
      },
      [zone, times] as const,
    )
    const place = page.getByRole('region', { name: 'What there is' })
    await place.dispatchEvent('drop', { dataTransfer: data })
  }
  await drop(1)
  await expect(dialog(page)).toContainText('A zone file, 7 records.')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await drop(30_000)
  await expect(dialog(page)).toContainText('octets; up to 2,000,000 are read', {
    timeout: 20_000,
  })
})

test('one’s own world travels in a link', async ({ page, browser }) => {
  await page.goto('sandbox/')
  await judged(page)
  await addMine(page)
  await openWork(page)
  await page.getByRole('button', { name: 'Share a link' }).click()
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue()
  const other = await browser.newPage()
  await other.goto(link)
  await judged(other)
  await show(other, 'step')
  await expect(other.getByRole('button', { name: 'Change mine.example' })).toBeVisible()
  await other.close()
})

test('a thing to try opens beside one’s own work', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Things to try' }).click()
  await expect(dialog(page).getByRole('link')).toHaveCount(13)
  await expectAccessible(page)
  await dialog(page).getByRole('link', { name: 'Everybody may send as you' }).click()
  await expect(page.locator('main .banner')).toContainText('You opened a link')
  const senders = await reach(page, 'senders')
  await expect(senders).toContainText('3 of 5 right')
})

test('a host is set up by its form: services, policies, and what is wrong at its field', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Change mx.example.net' }).click()
  const form = dialog(page)
  await form.getByRole('searchbox', { name: 'Find a setting' }).fill('filters')
  await form.getByRole('textbox', { name: /^Its policies|filters/ }).fill('spf, nonsense')
  await expect(form).toContainText('`nonsense`'.replaceAll('`', ''))
  await form.getByRole('textbox', { name: /filters/ }).fill('spf')
  await form.getByRole('searchbox', { name: 'Find a setting' }).fill('spf_fail')
  await form.getByRole('combobox', { name: /spf_fail/ }).selectOption('refuse')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await judged(page)
  await reach(page, 'zone')
  await zonePanel(page)
    .getByRole('button', { name: /^mx\.example\.net/ })
    .click()
  await expect(zonePanel(page)).toContainText('spf_fail = refuse')
})
