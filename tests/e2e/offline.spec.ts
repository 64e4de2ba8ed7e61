import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REMOVING_WORKER } from '../../src/bridge/http/removing-worker.ts'
import { fromUtf8 } from '../../src/core/bytes.ts'
import { writeLink } from '../../src/lab/link/write-link.ts'
import { row, xml } from '../../src/lab/reports/testing/reports.ts'
import { expectAccessible } from './helpers/accessible.ts'
import { startBridge } from './helpers/bridge.ts'
import { judged, metGoals, openWork, reach, show } from './helpers/desk.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { dist, makeNewer, serveInFolder, type OwnServer } from './helpers/own-server.ts'
import { enter, log } from './helpers/terminal.ts'
import { lines, plainField, rewriteZone, waitForEditor } from './helpers/zone.ts'

test.use({ serviceWorkers: 'allow' })
// Two hundred files are stored before anything is tried.
test.describe.configure({ timeout: 180_000 })

/** Until every page works without a network. */
const kept = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-offline', 'whole', { timeout: 90_000 })

/** Until what keeps the site has run. */
const started = (page: Page) =>
  page.waitForFunction(() => document.querySelector('meta[name="theme-color"]') !== null)

/** From here on there is no network, and no server either. */
async function goOffline(context: BrowserContext, server: OwnServer): Promise<void> {
  await server.end()
  await context.setOffline(true)
}

const solution = lessonFile('your-first-spf', 'solution/example.org.zone')

test('what the page waits for comes first: the larger editor, then the copy', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'A finger gets no larger editor.')
  const server = await serveInFolder()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const asked = page.waitForRequest(/\/monaco-[^/]*\.js$/)
  await page.route(/\/monaco-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  const isKept = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined)
  await page.clock.install()
  await page.goto(`${server.site}lessons/your-first-spf/`)
  await asked
  await page.clock.runFor(30_000)
  expect(await isKept()).toBe(false)
  release()
  await waitForEditor(page)
  await expect
    .poll(async () => {
      await page.clock.runFor(1000)
      return isKept()
    })
    .toBe(true)
  await server.end()
})

test('after one visit every page works without a network', async ({ page, context, isMobile }) => {
  const server = await serveInFolder()
  const { site } = server
  await page.goto(site)
  await kept(page)
  await expect(page.locator('[data-offline-sign]')).toHaveText('✓ Works without a network')
  await goOffline(context, server)

  await page.reload()
  await page.getByRole('link', { name: /Begin here/ }).click()
  await expect(page).toHaveURL(`${site}lessons/press-send/`)
  await judged(page)

  await page.goto(`${site}lessons/speak-smtp/`)
  await enter(page, 'EHLO laptop.example.org')
  await expect(log(page)).toContainText('250')
  await expect(metGoals(page).first()).toBeVisible({ visible: !isMobile })

  // The larger editor was never used: the plain field stays in its place.
  await page.goto(`${site}lessons/your-first-spf/`)
  await reach(page, 'zone')
  await plainField(page).fill(solution)
  await judged(page)
  await show(page, 'step')
  await expect(metGoals(page).first()).toBeVisible()

  await page.goto(`${site}sandbox/?world=bank`)
  await judged(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  await page.goto(`${site}check/`)
  await page.locator('#check textarea').first().fill('example.com. TXT "v=spf1 +all"')
  await expect(page.locator('main')).toContainText('+all', { timeout: 20_000 })
  await page.goto(`${site}reports/`)
  await page.locator('#example').click()
  await expect(page.locator('#shown')).toContainText('example', { timeout: 20_000 })
  await page.goto(`${site}write/`)
  await expect(page.locator('#write')).toContainText('v=spf1', { timeout: 20_000 })
  for (const list of ['glossary', 'codes', 'commands', 'rules', 'rules/spf/no-all', 'skills']) {
    await page.goto(`${site}${list}/`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.goto(`${site}live`)
  await expect(page).toHaveURL(`${site}live/`)
  await expect(page.getByRole('status')).toContainText('without a network')
})

/** Addresses of pages that are stored, from the site's root. */
const storedPages = (page: Page, site: string) =>
  page.evaluate(async (root) => {
    const names = await caches.keys()
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    const paths = keys.flat().map(({ url }) => url.slice(root.length))
    return paths.filter((path) => /^(?:[^?]*\/)?$/.test(path))
  }, site)

test('the language that is read is kept, and another one once a page of it is opened', async ({
  page,
  context,
}) => {
  const server = await serveInFolder()
  const { site } = server
  await page.goto(`${site}de/codes/`)
  await kept(page)
  const german = await storedPages(page, site)
  expect(german).toContain('de/lessons/press-send/')
  expect(german.filter((path) => !path.startsWith('de/'))).toEqual([])
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(`${site}codes/`)
  await kept(page)
  expect(await storedPages(page, site)).toContain('lessons/press-send/')
  await goOffline(context, server)
  for (const place of ['', 'de/', 'de/write/', 'write/']) {
    await page.goto(site + place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('without a network a page in a language that is not kept leads to the page that says so', async ({
  page,
  context,
}) => {
  const server = await serveInFolder()
  await page.goto(`${server.site}de/codes/`)
  await kept(page)
  await goOffline(context, server)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(`${server.site}de/offline/?missing`)
  await expect(page.getByRole('alert')).toBeVisible()
})

test('without a network records are written, reports read, and a zone is pasted and shared', async ({
  page,
  context,
}) => {
  const server = await serveInFolder()
  const { site } = server
  await page.goto(`${site}codes/`)
  await kept(page)
  await goOffline(context, server)

  await page.goto(`${site}write/#dkim`)
  await page.getByLabel('Your domain').fill('mine.example')
  await page.getByRole('button', { name: 'Make a pair of keys' }).click()
  await expect(page.locator('#record pre').first()).toContainText(
    's1._domainkey.mine.example. 3600 IN TXT "v=DKIM1; k=rsa; p=MII',
    { timeout: 20_000 },
  )
  await page.goto(`${site}reports/`)
  const report = fromUtf8(xml([row({ ip: '203.0.113.66', count: 6 })], { id: '1', day: 1 }))
  await page.getByLabel('A report, or the mail that carries it').fill(report)
  await expect(page.locator('#results .source').first()).toContainText('203.0.113.66', {
    timeout: 20_000,
  })

  await page.goto(`${site}sandbox/`)
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Paste or drop …' }).click()
  await page
    .getByRole('textbox', { name: 'Zone or message' })
    .fill('$ORIGIN mine.example.\n@ SOA ns h 1 2h 1h 2w 1h\n@ NS ns\nns A 192.0.2.9\n')
  await page.getByRole('button', { name: 'Add the zone' }).click()
  await judged(page)
  await openWork(page)
  await page.getByRole('button', { name: 'Share a link' }).click()
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue()
  const other = await context.newPage()
  await other.goto(link)
  await judged(other)
  await show(other, 'step')
  await expect(other.getByRole('button', { name: 'Change mine.example' })).toBeVisible()
})

test('the palette and a link to a state work without a network', async ({ page, context }) => {
  const server = await serveInFolder()
  const { site } = server
  await page.goto(`${site}codes/`)
  await kept(page)
  await goOffline(context, server)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find' }).fill('ten lookups')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/lessons\/ten-lookups\/$/)

  const journal = [{ kind: 'type', data: 'EHLO linked.example.org\r' }] as const
  const link = writeLink({ v: 1, slug: 'speak-smtp', edition: 2, journal })
  await page.goto(`${site}lessons/speak-smtp/#${link}`)
  await show(page, 'doing')
  await expect(log(page)).toContainText('EHLO linked.example.org')

  await page.goto(`${site}lessons/no-such-lesson/`)
  await expect(page).toHaveURL(`${site}offline/?missing`)
  await expect(page.getByRole('alert')).toContainText('not in the copy')
})

test('the larger editor is kept once it was used', async ({ page, context, isMobile }) => {
  test.skip(isMobile, 'a phone has the plain field')
  const server = await serveInFolder()
  await page.goto(`${server.site}lessons/your-first-spf/`)
  await kept(page)
  await page.reload()
  await waitForEditor(page)
  await goOffline(context, server)
  await page.goto(`${server.site}lessons/qualifiers/`)
  await waitForEditor(page)
  await page.goto(`${server.site}lessons/your-first-spf/`)
  await rewriteZone(page, solution)
  await judged(page)
  await expect(lines(page)).toContainText('v=spf1')
  await expect(metGoals(page).first()).toBeVisible()
})

test('a newer version is offered, keeps the work, and leaves another tab its own', async ({
  page,
  context,
}) => {
  const server = await serveInFolder()
  const { site } = server
  const newer = await makeNewer()
  await page.goto(`${site}lessons/speak-smtp/`)
  await kept(page)
  const other = await context.newPage()
  await other.goto(site)
  await kept(other)
  await server.show(newer)

  await page.bringToFront()
  await page.reload()
  await enter(page, 'EHLO laptop.example.org')
  const offer = page.locator('.newer')
  await expect(offer).toContainText('A newer version is here.', { timeout: 90_000 })
  await expectAccessible(page, '.newer')
  await expect(log(page)).toContainText('EHLO laptop.example.org')
  await offer.getByRole('button', { name: 'Not now' }).click()
  await expect(offer).toBeHidden()
  await page.goto(`${site}lessons/two-envelopes/`)
  await kept(page)
  await expect(offer).toBeHidden()

  // In another tab it is offered again; here it is taken.
  const third = await context.newPage()
  await third.goto(`${site}lessons/speak-smtp/`)
  await third.locator('.newer').getByRole('button', { name: 'Load it' }).click()
  await expect(third.locator('script[type="module"]').first()).toHaveAttribute('src', /N\.js$/)
  await show(third, 'doing')
  await expect(log(third)).toContainText('EHLO laptop.example.org')

  // A page of the old version still has its scripts, though the host has them no more.
  await other.bringToFront()
  await other.keyboard.press('Control+k')
  await expect(other.getByRole('combobox', { name: 'Find' })).toBeVisible()
  expect(await other.title()).toMatch(/^HELO World/)
  await other.reload()
  await expect(other).toHaveTitle(/^Newer/)
  await server.end()
  await rm(newer, { recursive: true })
})

test('what could not be fetched is fetched by the next page', async ({ page }) => {
  const half = await makeNewer()
  await rm(join(half, 'sw.js'))
  const server = await serveInFolder(half)
  await page.goto(`${server.site}offline/`)
  await expect(page.locator('#copy-said')).toContainText('There is none yet')
  await started(page)
  await server.show(dist)
  await page.goto(`${server.site}offline/`)
  await kept(page)
  await expect(page.locator('#copy-said')).toContainText('It is complete')
  await server.end()
  await rm(half, { recursive: true })
})

test('the copy can be removed, and be kept again', async ({ page }) => {
  const server = await serveInFolder()
  await page.goto(`${server.site}offline/`)
  await kept(page)
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: 'Keep all of it' })).toBeHidden()
  await page.getByRole('button', { name: 'Remove the copy' }).click()
  await expect(page.locator('#copy-said')).toContainText('The copy is removed')
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0)
  await page.reload()
  await expect(page.locator('#copy-said')).toContainText('will not come back')
  await started(page)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await page.getByRole('button', { name: 'Keep all of it' }).click()
  await expect(page.locator('#copy-said')).toContainText('It is complete', { timeout: 90_000 })
  await server.end()
})

test('a page of a bridge keeps nothing', async ({ page }) => {
  const bridge = await startBridge()
  await page.goto(`${bridge.site}live/`)
  await started(page)
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0)
  await page.goto(`${bridge.site}offline/`)
  await expect(page.locator('#copy-said')).toContainText('comes from a bridge')
  await bridge.stop()
})

test('a bridge at an address where a copy was kept takes it away', async ({ page }) => {
  const bridged = await mkdtemp(join(tmpdir(), 'helo-bridged-'))
  await cp(dist, bridged, { recursive: true })
  await writeFile(join(bridged, 'sw.js'), REMOVING_WORKER)
  const live = join(bridged, 'live/index.html')
  const mark = '<meta name="helo-world-bridge" content="open" /></head>'
  await writeFile(live, (await readFile(live, 'utf8')).replace('</head>', mark))
  const server = await serveInFolder()
  await page.goto(`${server.site}live/`)
  await kept(page)
  await server.show(bridged)
  // As the browser itself does at each visit.
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await expect(page.locator('meta[name="helo-world-bridge"]')).toBeAttached({ timeout: 30_000 })
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0)
  await server.end()
  await rm(bridged, { recursive: true })
})

test('a page in a frame keeps nothing', async ({ page }) => {
  const server = await serveInFolder()
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<iframe src="some/folder/codes/"></iframe>' }),
  )
  await page.goto(new URL('/host.html', server.site).href)
  const frame = page.frames()[1]!
  await frame.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('start-offline')),
  )
  await frame.evaluate(() => new Promise((done) => requestIdleCallback(done)))
  expect(
    await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0)
  await server.end()
})
