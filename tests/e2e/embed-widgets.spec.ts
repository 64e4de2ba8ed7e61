import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { watch } from './helpers/watch.ts'

/** What a page of somebody else has heard of its widgets. */
interface Heard {
  readonly type: string
  readonly detail: unknown
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Opens a page of another origin with a widget in it, as its author writes it. */
async function openDocs(page: Page, baseURL: string, body: string) {
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Docs</title>' +
    '<script>window.heard = []; for (const type of ["ready", "verdict", "goal", "step", "complete", "state", "problem"])' +
    ' addEventListener(type, ({ detail }) => heard.push({ type, detail }))</script>' +
    `<script type="module" src="${baseURL}embed.js"></script><main aria-label="Docs"><h1>Docs</h1>${body}</main>`
  docs.removeAllListeners('request')
  docs.on('request', (_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(html)
  })
  await page.goto(`http://127.0.0.1:${(docs.address() as AddressInfo).port}/`)
}

/** The server of somebody else, at an origin of its own. */
const docs = createServer()
test.beforeAll(() => new Promise<void>((resolve) => docs.listen(0, '127.0.0.1', resolve)))
test.afterAll(() => void docs.close())

const heard = (page: Page, type: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) =>
      (globalThis as unknown as { heard: Heard[] }).heard
        .filter((one) => one.type === wanted)
        .map(({ detail }) => detail),
    type,
  )

const session = [
  ...['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org'],
  ...['C: MAIL FROM:<alice@example.net>', 'S: 250 2.1.0 Ok', 'C: DATA', 'S: 503 5.5.1 RCPT first'],
  ...['C: QUIT', 'S: 221 2.0.0 Bye'],
].join('\n')

const message = [
  'Received: from mail.example.org ([192.0.2.1]) by mx.example.net; Mon, 1 Jun 2026 08:00:00 +0000',
  'Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org',
  ...['Date: Mon, 1 Jun 2026 08:00:00 +0000', 'From: =?utf-8?q?J=C3=B6rg?= <j@example.org>'],
  ...['To: bob@example.net', 'Subject: Lunch', 'Message-ID: <1@example.org>', 'MIME-Version: 1.0'],
  ...['Content-Type: text/html; charset=utf-8', '', '<p>Hi</p><p hidden>words that hide</p>', ''],
].join('\n')

test('a transcript is stepped by keyboard, and says what each line is', async ({
  page,
  baseURL,
}) => {
  const noted = watch(page)
  await openDocs(page, baseURL!, `<helo-transcript>${escaped(session)}</helo-transcript>`)
  const frame = page.frameLocator('helo-transcript iframe')
  const lines = frame.getByRole('list', { name: /The session/ })
  await expect(lines.getByText('220 mx.example.org ESMTP')).toBeVisible()
  await expect(lines.getByText('EHLO client.example.net')).toBeHidden()
  await lines.focus()
  for (let at = 0; at < 5; at++) await page.keyboard.press('ArrowRight')
  await expect(
    frame.getByText('The protocol does not allow this command here.').last(),
  ).toBeVisible()
  await expect(frame.getByText('Allowed here:')).toContainText('RCPT')
  await expect(frame.getByRole('status')).toContainText('Client: DATA.')
  await expect(frame.locator('.stations [aria-current=step]')).toHaveText(/has a sender/)
  await page.keyboard.press('ArrowLeft')
  await expect(frame.getByText('5 of 9')).toBeVisible()
  await page.keyboard.press('End')
  await expect(frame.getByText('9 of 9')).toBeVisible()
  await expect.poll(() => heard(page, 'complete')).toHaveLength(1)
  expect(await heard(page, 'verdict')).toMatchObject([
    { result: 'warning', details: [{ code: 'out-of-place', line: 6 }] },
  ])
  await expectAccessible(page)
  expect(noted.filter((one) => !one.startsWith('abroad: '))).toEqual([])
})

test('a transcript plays, pauses and is scrubbed; a state goes on elsewhere', async ({
  page,
  baseURL,
}) => {
  await openDocs(page, baseURL!, `<helo-transcript>${escaped(session)}</helo-transcript>`)
  const frame = page.frameLocator('helo-transcript iframe')
  await expect(frame.getByText('1 of 9')).toBeVisible()
  await frame.getByRole('button', { name: 'Play' }).click()
  await expect(frame.getByText('3 of 9')).toBeVisible()
  await frame.getByRole('button', { name: 'Pause' }).click()
  await frame.getByRole('slider').fill('7')
  await expect(frame.getByText('7 of 9')).toBeVisible()
  const element = page.locator('helo-transcript')
  const state = await element.evaluate((one) =>
    (one as unknown as { getState(): Promise<string> }).getState(),
  )
  await element.evaluate((one) => (one as unknown as { reset(): void }).reset())
  await expect(frame.getByText('1 of 9')).toBeVisible()
  await element.evaluate(
    (one, kept) => (one as unknown as { setState(state: string): Promise<string> }).setState(kept),
    state,
  )
  await expect(frame.getByText('7 of 9')).toBeVisible()
})

test('where nothing may move, a line is not typed; on paper all lines stand', async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openDocs(page, baseURL!, `<helo-transcript>${escaped(session)}</helo-transcript>`)
  const frame = page.frameLocator('helo-transcript iframe')
  await frame.getByRole('button', { name: 'Play' }).click()
  await expect(frame.locator('[data-line="2"] .text')).toHaveText('EHLO client.example.net')
  await expect(frame.locator('.caret')).toHaveCount(0)
  // The page around prints the element's own text.
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('helo-transcript')).toContainText('S: 221 2.0.0 Bye')
  await expect(page.locator('helo-transcript iframe')).toBeHidden()
})

test('what cannot be read of a transcript is said, and the rest is shown', async ({
  page,
  baseURL,
}) => {
  await openDocs(
    page,
    baseURL!,
    '<helo-transcript protocol="ftp" start="2">C: QUIT\nand then\n</helo-transcript>',
  )
  const frame = page.frameLocator('helo-transcript iframe')
  await expect(frame.getByText('should be one of: smtp, imap, pop3')).toBeVisible()
  await expect(frame.getByText('This line says not whose it is')).toBeVisible()
  await expect(frame.getByText('No line shows whether this is SMTP, IMAP or POP3')).toBeVisible()
  await expect(frame.getByText('2 of 2')).toBeVisible()
})

test('a message is explained, and anew when it is changed', async ({ page, baseURL }) => {
  const noted = watch(page)
  await openDocs(page, baseURL!, `<helo-message>${escaped(message)}</helo-message>`)
  const frame = page.frameLocator('helo-message iframe')
  await expect(frame.getByText('Who wrote the message.')).toBeVisible()
  await expect(frame.getByText('Written by each host on the way.')).toBeVisible()
  await frame.getByRole('button', { name: 'Way and checks' }).click()
  await expect(frame.getByText('spf=pass')).toBeVisible()
  await frame.getByRole('button', { name: 'Encoded and hidden' }).click()
  await expect(frame.getByText('words that hide')).toBeVisible()
  await expect(frame.getByText('Jörg <j@example.org>').last()).toBeVisible()
  await expectAccessible(page)
  await frame.getByRole('button', { name: 'Source' }).click()
  await frame.getByRole('textbox').fill('From: a@example.org\n\nHi')
  await frame.getByRole('button', { name: /Findings/ }).click()
  await expect(frame.getByText('Date', { exact: false }).first()).toBeVisible()
  await expect.poll(async () => (await heard(page, 'verdict')).length).toBeGreaterThan(1)
  await expect(frame.getByRole('link', { name: /Open in the playground/ })).toHaveAttribute(
    'href',
    /\/check\/#s=/,
  )
  expect(noted.filter((one) => !one.startsWith('abroad: '))).toEqual([])
})

test('a message keeps its tabs in their place while it is read', async ({ page, baseURL }) => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  // What a shared Worker fetches cannot be held.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
  await page.route(/\/shared-worker-[\w-]+\.js/, async (route) => {
    await held
    await route.continue()
  })
  await openDocs(page, baseURL!, `<helo-message>${escaped(message)}</helo-message>`)
  const frame = page.frameLocator('helo-message iframe')
  const places = async () => ({
    height: Math.round((await page.locator('helo-message iframe').boundingBox())!.height),
    tab: await frame.getByRole('button', { name: 'Source' }).evaluate((tab) => {
      const { x, y } = tab.getBoundingClientRect()
      return [Math.round(x), Math.round(y)]
    }),
  })
  await expect(frame.getByText('Reading …')).toBeVisible()
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1)
  const before = await places()
  release()
  await expect.poll(async () => (await heard(page, 'verdict')).length).toBeGreaterThan(0)
  expect(await places()).toEqual(before)
})

test('a message may show one thing alone, and nothing to type', async ({ page, baseURL }) => {
  await openDocs(
    page,
    baseURL!,
    `<helo-message show="parts" readonly>${escaped(message)}</helo-message>`,
  )
  const frame = page.frameLocator('helo-message iframe')
  await expect(frame.getByText('text/html')).toBeVisible()
  await expect(frame.getByRole('button', { name: 'Source' })).toBeHidden()
  await expect(frame.getByRole('button', { name: 'Fields' })).toBeHidden()
})

test('a lesson is done in a frame, which keeps nothing, and brings its record', async ({
  page,
  baseURL,
  isMobile,
}) => {
  const noted = watch(page)
  await openDocs(page, baseURL!, '<helo-lesson lesson="speak-smtp" goals="1-2"></helo-lesson>')
  const frame = page.frameLocator('helo-lesson iframe')
  await expect(frame.getByRole('heading', { name: 'Say something' })).toBeVisible()
  const desk = frame.locator('[data-slot=doing]')
  // A finger types into the line below the screen.
  if (isMobile) await desk.getByLabel('Line for the terminal').click()
  else await desk.locator('textarea').first().click()
  await page.keyboard.type('EHLO desk.example.net\n')
  await expect.poll(() => heard(page, 'goal')).toHaveLength(1)
  await expect(frame.getByRole('button', { name: /Next step/ })).toBeVisible()
  await expect.poll(async () => (await heard(page, 'state')).length).toBeGreaterThan(0)
  const stored = await page
    .frames()
    .at(-1)!
    .evaluate(() => localStorage.length)
  expect(stored).toBe(0)
  // What the last event told may be of a line that was half typed.
  const state = await page
    .locator('helo-lesson')
    .evaluate((one) => (one as unknown as { getState(): Promise<string> }).getState())
  await page.locator('helo-lesson').evaluate((one) => (one as unknown as { reset(): void }).reset())
  await expect(frame.getByRole('button', { name: /Skip/ })).toBeVisible()
  await page
    .locator('helo-lesson')
    .evaluate(
      (one, kept) =>
        (one as unknown as { setState(state: string): Promise<string> }).setState(kept),
      state,
    )
  await expect(frame.getByText('250-SIZE').first()).toBeAttached()
  expect(noted.filter((one) => !one.startsWith('abroad: '))).toEqual([])
})

test('a question of a lesson in a frame is answered', async ({ page, baseURL }) => {
  await openDocs(page, baseURL!, '<helo-lesson lesson="speak-smtp" start="3"></helo-lesson>')
  const card = page.frameLocator('helo-lesson iframe').locator('[data-card]')
  await card.locator('input[value="refuses"]').check()
  await card.locator('.commit button').click()
  await expect(card).toHaveAttribute('data-state', 'committed')
  await expect
    .poll(() => heard(page, 'step'))
    .toContainEqual({
      ...{ id: 'early', done: false, met: [], shown: false },
      question: { settled: false, first: ['refuses'] },
    })
})

test('a lesson that is not there, and steps that it has not, are said', async ({
  page,
  baseURL,
}) => {
  await openDocs(
    page,
    baseURL!,
    '<helo-lesson lesson="nowhere"></helo-lesson><helo-lesson lesson="speak-smtp" start="99"></helo-lesson>',
  )
  await expect(
    page.frameLocator('helo-lesson[lesson=nowhere] iframe').getByText('There is no lesson nowhere'),
  ).toBeVisible()
  const other = page.frameLocator('helo-lesson[start] iframe')
  await expect(other.getByText('which is no step of this lesson')).toBeVisible()
  await expect(other.getByRole('heading', { name: 'Say something' })).toBeVisible()
})

test('each answer of a transcript may be guessed before it is shown', async ({ page, baseURL }) => {
  await openDocs(
    page,
    baseURL!,
    `<helo-transcript predict start="6">${escaped(session)}</helo-transcript>`,
  )
  const frame = page.frameLocator('helo-transcript iframe')
  const ask = frame.getByRole('group', { name: 'What will the server answer?' })
  await ask.getByRole('button', { name: 'Go on' }).click()
  await expect(frame.getByText('7 of 9')).toBeVisible()
  await expect(frame.locator('.verdict')).toHaveText('You said: Go on. The server said otherwise.')
  await expect(ask).toBeHidden()
  await frame.getByRole('button', { name: 'Line forward' }).click()
  await ask.getByRole('button', { name: 'Done' }).click()
  await expect(frame.locator('.verdict')).toHaveText('You said: Done. So it is.')
})
