import { readFile } from 'node:fs/promises'
import { Resolver } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { send, startBridge, type TestBridge } from './helpers/bridge.ts'
import { show, showPanel, whole } from './helpers/desk.ts'
import { expectInsideAtAllSizes } from './helpers/measure.ts'
import { watch } from './helpers/watch.ts'
import {
  focusEditor,
  plainField,
  problems,
  rewriteZone,
  waitForEditor,
  zonePanel,
} from './helpers/zone.ts'

const panel = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`)
const zoneState = (page: Page) => zonePanel(page).locator('.served .state')

async function see(page: Page, name: string): Promise<void> {
  await show(page, 'effect')
  await showPanel(page, name)
}

async function openZones(page: Page, bridge: TestBridge, origin?: string): Promise<void> {
  await page.goto(`${bridge.site}live/`)
  await whole(page)
  await show(page, 'doing')
  await showPanel(page, 'Zones')
  await expect(zoneState(page)).toBeVisible({ timeout: 20_000 })
  if (origin !== undefined) await chooseZone(page, origin)
}

async function chooseZone(page: Page, origin: string): Promise<void> {
  const tabs = zonePanel(page).getByRole('group', { name: 'Zones of the bridge' })
  await tabs.getByRole('button', { name: origin }).click()
}

const zoneOf = async (bridge: TestBridge, origin: string): Promise<string> =>
  (await fetch(new URL(`bridge/zones/${origin}.zone`, bridge.site))).text()

/** As another page does. */
const put = (bridge: TestBridge, origin: string, body: string) =>
  fetch(new URL(`bridge/zones/${origin}.zone`, bridge.site), { method: 'PUT', body })

/** As `dig` does. @returns The texts of a name; none where it has none. */
async function dig(bridge: TestBridge, name: string): Promise<readonly string[]> {
  const resolver = new Resolver()
  resolver.setServers([`127.0.0.1:${bridge.port('dns')}`])
  return (await resolver.resolveTxt(name).catch(() => [])).map((parts) => parts.join(''))
}

const mail = (from: string, to: string, subject: string) => [
  ...['EHLO desk.example.org', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'],
  `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nDear Bob,\r\n.`,
]

test.describe('with a bridge', () => {
  let bridge: TestBridge
  let first = ''
  test.beforeEach(async () => {
    bridge = await startBridge()
    first = await zoneOf(bridge, 'example.org')
  })
  test.afterEach(() => bridge.stop())

  test('a zone that is edited is what the DNS answers from, and what mail is judged by', async ({
    page,
  }) => {
    const noted = watch(page)
    await openZones(page, bridge, 'example.org')
    await expect(zoneState(page)).toContainText('sees this text, as the bridge began')
    await expectAccessible(page)
    const from = 'alice@example.org'
    const arrive = (subject: string) =>
      send(bridge.port('smtp', 'mx.example.net'), ...mail(from, 'bob@example.net', subject))
    const spf = async () => {
      await see(page, 'Delivery')
      await panel(page, 'delivery').getByRole('button', { name: 'Checks' }).click()
      return panel(page, 'delivery')
        .locator('.checks > details > summary')
        .filter({
          has: page.getByText('SPF', { exact: true }),
        })
    }
    await arrive('Before')
    await expect(await spf()).toContainText('fail')
    await show(page, 'doing')
    await rewriteZone(page, first.replace('v=spf1 mx', 'v=spf1 mx a:desk'))
    await expect(zoneState(page)).toContainText('version 2')
    expect(await dig(bridge, 'example.org')).toContain('v=spf1 mx a:desk include:news.example -all')
    await expect(problems(page)).toHaveText(/problem/)
    await rewriteZone(page, first.replace('v=spf1 mx', 'v=spf1 mx a:desk.example.org'))
    await expect(zoneState(page)).toContainText('version 3')
    await arrive('After')
    await expect(await spf()).toContainText('pass')
    // From there one is led to what went over the wire.
    await panel(page, 'delivery').getByRole('button', { name: 'List' }).click()
    await panel(page, 'delivery')
      .getByRole('button', { name: /on the wire/ })
      .click()
    await expect(panel(page, 'wire')).toContainText(`MAIL FROM:<${from}>`)
    await see(page, 'Mailbox')
    await panel(page, 'mailbox').getByLabel('Whose mailbox').selectOption('bob@example.net')
    await panel(page, 'mailbox')
      .getByRole('button', { name: /on the wire/ })
      .click()
    await expect(panel(page, 'wire')).toContainText('Subject: After')
    expect(noted).toEqual([])
  })

  test('a text with an error is kept, and not served until it is mended', async ({ page }) => {
    await openZones(page, bridge, 'example.org')
    await rewriteZone(page, `${first}fresh TXT "one\n`)
    await expect(zoneState(page)).toContainText('Not yet: line 25 has an error')
    expect(await dig(bridge, 'fresh.example.org')).toEqual([])
    expect(await dig(bridge, 'example.org')).toHaveLength(1)
    await page.getByRole('button', { name: 'What differs' }).click()
    await expect(zonePanel(page).locator('.compared [data-in="other"]').last()).toContainText(
      'fresh TXT "one',
    )
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
    await rewriteZone(page, `${first}fresh TXT "one"\n`)
    await expect(zoneState(page)).toContainText('version 3')
    expect(await dig(bridge, 'fresh.example.org')).toEqual(['one'])
    await page.getByRole('button', { name: 'Next serial' }).click()
    await expect(zoneState(page)).toContainText('version 4')
    expect(await zoneOf(bridge, 'example.org')).not.toContain('2026060101')
    await page.getByRole('button', { name: 'As it began' }).click()
    await expect(zoneState(page)).toContainText('as the bridge began')
    expect(await zoneOf(bridge, 'example.org')).toBe(first)
  })

  test('two pages see what the other edits, and what clashes is shown', async ({
    page,
    context,
  }) => {
    const other = await context.newPage()
    await openZones(page, bridge, 'example.org')
    await openZones(other, bridge, 'example.org')
    await rewriteZone(other, `${first}theirs TXT "1"\n`)
    await expect(zoneState(page)).toContainText('version 2')
    // A page whose edit is still on its way: somebody else is faster.
    await page.route('**/bridge/zones/*', async (route) => {
      await put(bridge, 'example.org', `theirs TXT "2"\n${first}`)
      await route.continue()
    })
    await rewriteZone(page, `${first}theirs TXT "1"\nmine TXT "3"\n`)
    await expect(zoneState(page)).toContainText('Somebody else changed this zone too')
    await page.unroute('**/bridge/zones/*')
    const compared = zonePanel(page).locator('.compared')
    await expect(compared).toContainText('theirs TXT "2"')
    await expect(compared).toContainText('mine TXT "3"')
    await expect(page.getByRole('button', { name: 'Zones (!)' }).first()).toBeVisible()
    await expectAccessible(page)
    expect(await dig(bridge, 'mine.example.org')).toEqual([])
    await page.getByRole('button', { name: 'Send mine' }).click()
    await expect(zoneState(page)).toContainText(/version \d/)
    expect(await dig(bridge, 'mine.example.org')).toEqual(['3'])
    await expect(zoneState(other)).toContainText(/version \d/)
    await expect(other.getByText('Somebody else put another text in place of yours')).toBeVisible()
  })

  test('a page that only reads says that somebody else changed a zone', async ({ page }) => {
    await openZones(page, bridge, 'example.org')
    await put(bridge, 'example.org', `${first}theirs TXT "1"\n`)
    await expect(zoneState(page)).toContainText('version 2')
    const notice = zonePanel(page).locator('.served .more')
    await expect(notice).toContainText('Somebody else changed this zone')
    await put(bridge, 'example.net', `${await zoneOf(bridge, 'example.net')}; theirs\n`)
    const other = zonePanel(page).getByRole('button', { name: /^example\.net/ })
    await expect(other).toContainText('changed')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'All right' }).click()
    await expect(notice).toHaveCount(0)
  })

  test('a zone is downloaded, and opens in the sandbox', async ({ page }) => {
    await put(bridge, 'example.org', `${first}; of the bridge\n`)
    await openZones(page, bridge, 'example.org')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the zone example.org' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('example.org.zone')
    expect(await readFile(await download.path(), 'utf8')).toBe(`${first}; of the bridge\n`)
    const [sandbox] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Open in the sandbox' }).click(),
    ])
    await whole(sandbox)
    await expect(sandbox.getByText('You opened a link')).toBeVisible()
    await show(sandbox, 'doing')
    await showPanel(sandbox, 'Zone')
    await expect(zonePanel(sandbox)).toContainText('example.org')
    await sandbox.close()
  })

  test('it lies on every screen', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone has one size')
    test.slow()
    await openZones(page, bridge)
    await expectInsideAtAllSizes(page)
  })
})

test('a bridge that begins anew is sent again what was typed', async ({ page }) => {
  const bridge = await startBridge()
  const { port } = new URL(bridge.site)
  await openZones(page, bridge, 'example.org')
  const first = await zoneOf(bridge, 'example.org')
  await rewriteZone(page, `${first}mine TXT "1"\n`)
  await expect(zoneState(page)).toContainText('version 2')
  await bridge.stop()
  await rewriteZone(page, `${first}mine TXT "2"\n`)
  await expect(zoneState(page)).toContainText('The bridge does not answer')
  const again = await startBridge('--port', `http=${port}`)
  expect(new URL(again.site).port).toBe(port)
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(zoneState(page)).toContainText('The bridge began anew', { timeout: 20_000 })
  expect(await dig(again, 'mine.example.org')).toEqual([])
  await page.getByRole('button', { name: 'Send mine' }).click()
  await expect(zoneState(page)).toContainText('version 2')
  expect(await dig(again, 'mine.example.org')).toEqual(['2'])
  await again.stop()
})

test('zones that nobody may edit are read', async ({ page }) => {
  const bridge = await startBridge('--read-only')
  await openZones(page, bridge, 'example.org')
  await expect(zonePanel(page)).toContainText('--read-only')
  await expect(page.getByRole('button', { name: 'As it began' })).toHaveCount(0)
  expect((await put(bridge, 'example.org', 'x')).status).toBe(403)
  await bridge.stop()
})

test('a host that keeps answers is made to forget them', async ({ page }) => {
  const bridge = await startBridge()
  const host = 'mx.example.net'
  await page.route('**/bridge/zones', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), caches: [host] } })
  })
  const forgotten: string[] = []
  await page.route('**/bridge/caches/*', (route) => {
    forgotten.push(`${route.request().method()} ${new URL(route.request().url()).pathname}`)
    return route.fulfill({ status: 204 })
  })
  await openZones(page, bridge)
  await expect(zonePanel(page)).toContainText(`${host} keeps answers until their TTL ends`)
  await page.getByRole('button', { name: 'Let it forget them' }).click()
  await expect(page.getByRole('button', { name: 'Forgotten.' })).toBeVisible()
  expect(forgotten).toEqual([`DELETE /bridge/caches/${host}`])
  await bridge.stop()
})

/** Of this machine, in a network: from there a page is another machine's. */
const addressInNetwork = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && one.family === 'IPv4' && !one.internal)?.address

test('from another machine zones are edited with the token that the bridge printed', async ({
  page,
  isMobile,
}) => {
  test.skip(addressInNetwork === undefined, 'this machine is in no network')
  const bridge = await startBridge('--host', addressInNetwork!)
  expect(bridge.editAddress).toContain(addressInNetwork)
  const site = new URL('../', bridge.editAddress).href
  await openZones(page, { ...bridge, site }, 'example.org')
  await expect(zonePanel(page)).toContainText('lets you edit')
  await expect(page.getByRole('button', { name: 'As it began' })).toHaveCount(0)
  const first = await zoneOf({ ...bridge, site }, 'example.org')
  await page.goto('about:blank')
  await page.goto(bridge.editAddress)
  await whole(page)
  await show(page, 'doing')
  await showPanel(page, 'Zones')
  await chooseZone(page, 'example.org')
  // Without a secure connection there is no clipboard to paste from.
  if (isMobile) await plainField(page).fill(`${first}mine TXT "1"\n`)
  else {
    await waitForEditor(page)
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.insertText('\nmine TXT "1"\n')
  }
  await expect(zoneState(page)).toContainText('version 2')
  expect(await zoneOf({ ...bridge, site }, 'example.org')).toContain('mine TXT "1"')
  await bridge.stop()
})
