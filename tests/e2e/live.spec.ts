import { Resolver } from 'node:dns/promises'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { send, sendOverTls, startBridge, type TestBridge } from './helpers/bridge.ts'
import { watch } from './helpers/watch.ts'

const panel = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`)
const check = (page: Page, name: string) =>
  panel(page, 'verdict').locator('.checks > details > summary', {
    has: page.getByText(name, { exact: true }),
  })
const isOpen = (page: Page) =>
  expect(page.getByRole('status').first()).toContainText('The bridge is open')

const message = (from: string, to: string, subject: string) => [
  ...['EHLO desk.example.org', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'],
  `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nDear Bob,\r\n.`,
]

test('without a bridge it shows how to open one, and asks no bridge', async ({ page }) => {
  const noted = watch(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('live/')
  await expect(page.getByRole('heading', { name: 'It takes a bridge' })).toBeVisible()
  await expect(page.locator('#how pre')).toHaveText('npm ci\nnpm start')
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
    await expect(panel(page, 'open')).toContainText(`${bridge.port('dns')}`)
    const received = await send(
      bridge.port('smtp', 'mail.example.org'),
      ...message('alice@example.org', 'bob@example.net', 'Lunch?'),
    )
    expect(received).toContain('250 2.0.0')
    const log = page.getByRole('log')
    await expect(log).toContainText('desk.example.org speaks SMTP to mail.example.org')
    await expect(log).toContainText('arrives in the inbox of bob@example.net')
    const connections = panel(page, 'sessions')
    await connections
      .getByRole('button', { name: /taken, to be passed on/ })
      .last()
      .click()
    const lines = panel(page, 'wire').locator('[data-from="client"]')
    await expect(lines.filter({ hasText: 'RCPT TO:<bob@example.net>' })).toBeVisible()
    await expect(panel(page, 'verdict')).toContainText('Inbox')
    await expect(check(page, 'SPF')).toContainText('pass')
    await expect(panel(page, 'message')).toContainText('Dear Bob,')
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
    expect(noted).toEqual([])
  })

  test('the mailbox follows what IMAP and POP3 do to the mail', async ({ page }) => {
    await page.goto(`${bridge.site}live/`)
    await isOpen(page)
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
    await expect(page.getByRole('log')).toContainText('junk')
    await expect(panel(page, 'verdict')).toContainText('Junk')
    await check(page, 'DMARC').click()
    await expect(panel(page, 'verdict')).toContainText('Tree walk from example.org')
  })

  test('who comes later sees what happened, and questions to the DNS', async ({ page }) => {
    const resolver = new Resolver()
    resolver.setServers([`127.0.0.1:${bridge.port('dns')}`])
    await resolver.resolveMx('news.example')
    await page.goto(`${bridge.site}live/`)
    const question = panel(page, 'questions').locator('li', { hasText: 'news.example MX' })
    await expect(question.first()).toContainText('desk.example.org asks')
    await expect(question.first()).toContainText('10 out.news.example')
  })

  test('the page does not switch the session that a person looks at', async ({ page }) => {
    const port = bridge.port('smtp', 'out.news.example')
    await send(port, 'NOOP first')
    await page.goto(`${bridge.site}live/`)
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
  await send(bridge.port('smtp'), 'NOOP')
  await expect(panel(page, 'sessions')).toContainText('NOOP: 250')
  await expect(panel(page, 'wire')).toContainText('NOOP')
  await bridge.stop()
  await expect(page.getByRole('status').first()).toContainText('The bridge has ended.')
  await expect(page.getByRole('button', { name: 'look again' })).toBeVisible()
  await expect(panel(page, 'wire')).toContainText('NOOP')
  expect(noted).toEqual([])
})
