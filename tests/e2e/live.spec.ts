import { Resolver } from 'node:dns/promises'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { send, sendOverTls, startBridge, type TestBridge } from './helpers/bridge.ts'
import { judged, show, showPanel, slot } from './helpers/desk.ts'
import { expectInsideAtAllSizes } from './helpers/measure.ts'
import { watch } from './helpers/watch.ts'

const panel = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`)
const rows = (page: Page) => panel(page, 'sessions').getByRole('list').getByRole('button')
const isOpen = (page: Page) =>
  expect(page.locator('.status').getByRole('status')).toContainText('The bridge is open')

/** Brings a panel of what was seen into sight. */
async function see(page: Page, name: 'Activity' | 'Delivery' | 'Mailbox' | 'DNS') {
  await show(page, 'effect')
  await showPanel(page, name)
}

/** Opens what was found out about the message that is drawn. */
async function openChecks(page: Page): Promise<Locator> {
  await see(page, 'Delivery')
  await panel(page, 'delivery').getByRole('button', { name: 'Checks' }).click()
  return panel(page, 'delivery').locator('.checks')
}
const check = (checks: Locator, name: string) =>
  checks.locator('> details > summary', { has: checks.page().getByText(name, { exact: true }) })

const message = (from: string, to: string, subject: string) => [
  ...['EHLO desk.example.org', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'],
  `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nDear Bob,\r\n.`,
]

test('without a bridge it shows how to open one, and asks no bridge', async ({ page }) => {
  const noted = watch(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('live/')
  await expect(page.getByRole('heading', { name: 'Start a bridge' })).toBeVisible()
  await expect(page.locator('#how pre').first()).toHaveText('npm ci\nnpm start')
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.locator('#how .copy')).toHaveText(/Copied|Not allowed/)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((path) => path.includes('bridge'))).toEqual([])
  expect(noted).toEqual([])
})

test.describe('with a bridge', () => {
  let bridge: TestBridge
  test.beforeAll(async () => {
    bridge = await startBridge()
  })
  test.afterAll(() => bridge.stop())

  test('a message over a real socket is shown on the wire, with its verdict and its mailbox', async ({
    page,
  }) => {
    const noted = watch(page)
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
    await expect(slot(page, 'step')).toContainText(`${bridge.port('dns')}`)
    const received = await send(
      bridge.port('smtp', 'mail.example.org'),
      ...message('alice@example.org', 'bob@example.net', 'Lunch?'),
    )
    expect(received).toContain('250 2.0.0')
    await see(page, 'Activity')
    const log = page.getByRole('log')
    await expect(log).toContainText('desk.example.org speaks SMTP to mail.example.org')
    await expect(log).toContainText('arrives in the inbox of bob@example.net')
    await expectAccessible(page)
    await show(page, 'doing')
    await rows(page)
      .filter({ hasText: /taken, to be passed on/ })
      .first()
      .click()
    const lines = panel(page, 'wire').locator('[data-from="client"]')
    await expect(lines.filter({ hasText: 'RCPT TO:<bob@example.net>' })).toBeVisible()
    await expectAccessible(page)
    await see(page, 'Delivery')
    await expect(panel(page, 'delivery')).toContainText('Inbox')
    await expect(check(await openChecks(page), 'SPF')).toContainText('pass')
    await expectAccessible(page)
    await see(page, 'Mailbox')
    await panel(page, 'mailbox').getByLabel('Whose mailbox').selectOption('bob@example.net')
    await expect(panel(page, 'mailbox')).toContainText('Dear Bob,')
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
    expect(noted).toEqual([])
  })

  test('a row of the activity leads to its connection, also by the keys', async ({ page }) => {
    const port = bridge.port('smtp', 'out.news.example')
    await send(port, 'NOOP one')
    await send(port, 'NOOP two')
    await page.goto(`${bridge.site}live/`)
    await see(page, 'Activity')
    const calls = page.getByRole('log').getByRole('button', { name: /to out\.news\.example/ })
    const wire = page.getByRole('list', { name: 'What went over the wire' })
    await calls.nth(-2).click()
    await show(page, 'doing')
    await expect(wire).toContainText('NOOP one')
    await expect(panel(page, 'sessions').locator('li [aria-pressed="true"]')).toHaveCount(1)
    await see(page, 'Activity')
    await calls.nth(-2).focus()
    // Each connection has a row for its end too.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(calls.last()).toBeFocused()
    await page.keyboard.press('Enter')
    await show(page, 'doing')
    await expect(wire).toContainText('NOOP two')
  })

  test('a refused recipient is marked on the wire, and in the list', async ({ page }) => {
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
    const port = bridge.port('smtp', 'mx.example.net')
    const [hello = '', from = ''] = message('alice@example.org', '', '')
    await send(port, hello, from, 'RCPT TO:<bobby@example.net>')
    await show(page, 'doing')
    await expect(rows(page).first()).toContainText('RCPT: 550')
    await expect(panel(page, 'wire').locator('[data-refusal="good"]')).toContainText('550')
  })

  test('a rejected message is announced, and shown as such everywhere', async ({ page }) => {
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
    // What came before the page was open is no news.
    await judged(page)
    // It went round in circles (RFC 5321 §6.3).
    const hops = Array.from({ length: 101 }, (_, at) => `Received: from a${at} by b${at}\r\n`)
    const [hello = '', from = '', to = '', data = ''] = message(
      ...(['alice@example.org', 'bob@example.net', ''] as const),
    )
    const body = `${hops.join('')}From: alice@example.org\r\n\r\nHi\r\n.`
    const received = await send(
      bridge.port('smtp', 'mx.example.net'),
      ...[hello, from, to, data, body],
    )
    expect(received).toContain('554 5.4.6')
    await expect(page.getByRole('status').filter({ hasText: 'rejected: 554' })).toHaveCount(1)
    await show(page, 'doing')
    await expect(rows(page).first()).toContainText('rejected: 554')
    await expect(panel(page, 'wire').locator('[data-refusal="good"]')).toContainText('554')
    await see(page, 'Activity')
    await expect(page.getByRole('log')).toContainText('A message is rejected: 554')
    await see(page, 'Delivery')
    await expect(panel(page, 'delivery')).toContainText('Rejected')
    await expectAccessible(page)
  })

  test('its three slots lie on every screen, whichever panel is shown', async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has one size')
    test.slow()
    await send(
      bridge.port('smtp', 'mail.example.org'),
      ...message('alice@example.org', 'bob@example.net', 'Measured'),
    )
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
    await expect(rows(page).first()).toBeVisible()
    for (const name of ['Activity', 'Delivery', 'Mailbox', 'DNS'] as const) {
      await see(page, name)
      await expectInsideAtAllSizes(page)
    }
  })

  test('the mailbox follows what IMAP and POP3 do to the mail', async ({ page }) => {
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
    await see(page, 'Mailbox')
    const mailbox = panel(page, 'mailbox')
    const folder = (label: string) =>
      mailbox.getByRole('group', { name: 'Folder' }).getByRole('button', { name: label })
    await mailbox.getByLabel('Whose mailbox').selectOption('reports@example.org')
    for (const subject of ['One', 'Two']) {
      const [, ...lines] = message('bob@example.net', 'reports@example.org', subject)
      await send(bridge.port('lmtp'), 'LHLO desk.example.org', ...lines)
    }
    await expect(mailbox.locator('.messages .subject').first()).toHaveText('Two')
    const login = ['a LOGIN reports@example.org numbers', 'b SELECT INBOX']
    const imap = (...lines: readonly string[]) =>
      sendOverTls(bridge.port('imaps', 'mail.example.org'), ...login, ...lines, 'z LOGOUT')
    await imap('c STORE * +FLAGS (\\Flagged)')
    await expect(mailbox.locator('.flags').first()).toHaveText('flagged')
    await imap('c MOVE * Archive', 'd CREATE Archive', 'e MOVE * Archive')
    await folder('Archive').click()
    await expect(mailbox.getByRole('heading', { name: 'Two' })).toBeVisible()
    await imap('c APPEND Drafts {16+}', 'Subject: mine', '')
    await folder('Drafts').click()
    await expect(mailbox).toContainText('no server delivered it')
    const pop3 = ['USER reports@example.org', 'PASS numbers', 'DELE 1', 'QUIT']
    await folder('Inbox').click()
    await expect(mailbox.getByRole('heading', { name: 'One' })).toBeVisible()
    await sendOverTls(bridge.port('pop3s', 'mail.example.org'), ...pop3)
    await expect(folder('Inbox')).toHaveText('Inbox 0')
    await expectAccessible(page)
  })

  test('a forged message is junk, and the page shows why', async ({ page }) => {
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
    const received = await send(
      bridge.port('smtp', 'mx.example.net'),
      ...message('alice@example.org', 'bob@example.net', 'Pay today'),
    )
    // A wish to reject is not enough for a receiver that knows nothing bad of the client.
    expect(received).toContain('250 2.0.0')
    await see(page, 'Activity')
    await expect(page.getByRole('log')).toContainText('junk')
    await see(page, 'Delivery')
    await expect(panel(page, 'delivery')).toContainText('Junk')
    const checks = await openChecks(page)
    await check(checks, 'DMARC').click()
    await expect(checks).toContainText('Tree walk from example.org')
  })

  test('who comes later sees what happened, and questions to the DNS', async ({ page }) => {
    const resolver = new Resolver()
    resolver.setServers([`127.0.0.1:${bridge.port('dns')}`])
    await resolver.resolveMx('news.example')
    await page.goto(`${bridge.site}live/`)
    await see(page, 'DNS')
    const question = panel(page, 'questions').locator('li', { hasText: 'news.example MX' })
    await expect(question.first()).toContainText('desk.example.org asks')
    await expect(question.first()).toContainText('10 out.news.example')
  })

  test('the page does not switch the session that a person looks at', async ({ page }) => {
    const port = bridge.port('smtp', 'out.news.example')
    await send(port, 'NOOP first')
    await page.goto(`${bridge.site}live/`)
    await show(page, 'doing')
    const wire = page.getByRole('list', { name: 'What went over the wire' })
    await expect(wire).toContainText('NOOP first')
    await wire.focus()
    await send(port, 'NOOP second')
    await expect(page.getByRole('button', { name: 'Follow the newest' })).toBeVisible()
    await expect(wire).toBeFocused()
    await expect(wire).toContainText('NOOP first')
    await page.getByRole('button', { name: 'Follow the newest' }).click()
    await expect(wire).toContainText('NOOP second')
  })
})

test('the end of the bridge is reported, quietly, and what was reported stays', async ({
  page,
}) => {
  const bridge = await startBridge()
  const noted = watch(page)
  await page.goto(`${bridge.site}live/`)
  await isOpen(page)
  await expect(slot(page, 'doing')).toContainText('Send a first message')
  await expectAccessible(page)
  await send(bridge.port('smtp'), 'NOOP')
  await show(page, 'doing')
  await expect(panel(page, 'sessions')).toContainText('NOOP: 250')
  await expect(panel(page, 'wire')).toContainText('NOOP')
  await bridge.stop()
  await show(page, 'step')
  await expect(page.locator('.status').getByRole('status')).toContainText('The bridge has ended.')
  await expect(page.getByRole('button', { name: 'look again' })).toBeVisible()
  await show(page, 'doing')
  await expect(panel(page, 'wire')).toContainText('NOOP')
  expect(noted).toEqual([])
})
