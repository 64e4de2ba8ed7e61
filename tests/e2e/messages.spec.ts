import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'
import { session, untilData } from './helpers/session.ts'
import { enterAll, paste } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const message = (page: Page) => page.getByRole('group', { name: 'Header and body' })

const html = [
  ...['Subject: In colour', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=m', ''],
  ...['--m', 'Content-Type: multipart/alternative; boundary=a', ''],
  ...['--a', '', 'Plainly said.', '--a', 'Content-Type: text/html; charset=utf-8', ''],
  '<style>p { color: green }</style><script>parent.document.title = "taken"</script>',
  '<p onclick="alert(1)">Said in green.</p><img src="https://tracker.example/1.gif">',
  '<a href="https://elsewhere.example/">example.org</a><form action="https://e.example"></form>',
  ...['--a--', '--m', 'Content-Type: text/csv; name=list.csv', '', 'a,b', '--m--', '.'],
]

/** Sends a message in the first lesson, and looks at it in the mailbox. */
async function sendByHand(page: Page, lines: readonly string[]): Promise<void> {
  await enterAll(page, untilData)
  const touch = await page.evaluate(() => matchMedia('(pointer: coarse)').matches)
  if (touch) await enterAll(page, lines)
  // A message is one paste: a server reads it by the octet, not by the key.
  else await paste(page, lines.map((line) => `${line}\n`).join(''))
  await reach(page, 'mailbox')
}

test('an HTML message is shown in a frame that runs and fetches nothing', async ({ page }) => {
  const noted = watch(page)
  await page.goto('lessons/speak-smtp/')
  await sendByHand(page, html)
  await expect(message(page)).toContainText('Plainly said.')
  await message(page).getByRole('button', { name: 'As HTML' }).click()
  const frame = message(page).locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', '')
  await expect(frame).toHaveAttribute('title', /\w/)
  const shown = frame.contentFrame().getByText('Said in green.')
  await expect(shown).toHaveCSS('color', 'rgb(0, 128, 0)')
  await expect(message(page)).toContainText('1 thing was left unfetched')
  await expect(message(page)).toContainText('https://elsewhere.example/')
  await expect(message(page).getByLabel('The source of the HTML')).toContainText('<script>')
  await expect(page).not.toHaveTitle('taken')
  // Chromium reports each script that it stopped, some of them as it reads; nothing else was tried.
  const stopped = /sandbox|inline event handler|script-src-attr inline/
  expect(noted.filter((one) => !stopped.test(one))).toEqual([])
  await expectAccessible(page)
})

test('the parts of a message are listed, each with its size, and what is attached', async ({
  page,
}) => {
  await page.goto('lessons/speak-smtp/')
  await sendByHand(page, html)
  await expect(message(page).getByRole('list', { name: 'Attachments' })).toContainText('list.csv')
  await message(page).getByRole('button', { name: 'Parsed' }).click()
  const parts = message(page).getByRole('list', { name: 'The parts of the message' })
  await expect(parts.locator('li').first()).toContainText('multipart/mixed')
  await expect(parts).toContainText('text/html')
  await expect(parts).toContainText('attached · 3 octets')
  await expectAccessible(page)
})

test('the problems of a message are listed, with their lines and sections', async ({ page }) => {
  await page.goto('lessons/speak-smtp/')
  await sendByHand(page, [session.message[0], 'Subject: One', 'Subject: Two', '', 'Hi', '.'])
  await message(page).getByRole('button', { name: 'Problems' }).click()
  const problems = message(page).getByRole('list', { name: 'Problems of the message' })
  await expect(problems).toContainText('Subject: Two')
  await expect(problems).toContainText('stands here once more')
  await expect(problems.getByRole('link', { name: /RFC 5322 §3\.6\b/ }).first()).toBeVisible()
  await expectAccessible(page)
})

test('the way of a message begins with what its sender asked', async ({ page }) => {
  await page.goto('sandbox/')
  await enterAll(page, ['nc mx.example.net 25', 'EHLO desk.example.org', 'MAIL FROM:<>'])
  await enterAll(page, ['RCPT TO:<bob@example.net>', 'DATA', 'Subject: Hi', '', 'Hi', '.'])
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Alice’s message to Bob' }).click()
  const delivery = await reach(page, 'delivery')
  await delivery.getByRole('button', { name: 'List' }).click()
  const rows = delivery.getByRole('list', { name: 'Delivery, step by step' }).getByRole('listitem')
  await expect(rows.first()).toContainText('mail.example.org asks the DNS')
  const which = delivery.getByLabel('Which message')
  await which.selectOption({ label: '! <> → bob@example.net' })
  await expect(rows.first()).toContainText('desk.example.org, from 192.0.2.7')
})

test('advice stands beside the problems, and apart from them', async ({ page }) => {
  await page.goto('sandbox/')
  const zone = await reach(page, 'zone')
  const finding = zone.getByRole('group', { name: / in line \d+$/ })
  await expect(zone.locator('.problems')).toContainText('No problems')
  await expect(finding).toHaveCount(0)
  await zone.getByRole('button', { name: /^Advice/ }).click()
  await expect(finding.first()).toBeVisible()
  await expect(zone.locator('.problems')).toContainText('No problems')
  await expectAccessible(page)
})
