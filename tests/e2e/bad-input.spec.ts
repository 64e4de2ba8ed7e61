import { zipSync } from 'fflate'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { encodeBase64 } from '../../src/core/base64.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { gzip } from '../../src/core/gzip.ts'
import { ownWorldOf } from '../../src/lab/own-world/own-world-of.ts'
import { sandbox } from '../../src/lessons/sandbox.ts'
import { judged, reach, show } from './helpers/desk.ts'
import { enter, log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'
import { rewriteZone, zonePanel } from './helpers/zone.ts'

// A trace copies the whole page at each step, which is long here.
test.use({ trace: 'off' })
test.slow()

const LINE = 'host00000 300 IN A 192.0.2.1\n'
/** Ten million characters. */
const TIMES = 350_000
const bombs = [
  ['bomb.gz', gzip(new Uint8Array(60_000_000))],
  ['bomb.zip', zipSync({ 'bomb.xml': new Uint8Array(60_000_000) })],
] as const

const dialog = (page: Page) => page.locator('dialog[open]')

/** Pastes as a browser does: what the page does not take itself goes into the field. */
const pasteMuch = (field: Locator, unit: string, times: number) =>
  field.evaluate(
    (node, [unit, times]) => {
      const area = node as HTMLTextAreaElement
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', unit.repeat(times))
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      area.focus()
      if (!area.dispatchEvent(event)) return
      area.value = unit.repeat(times)
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    [unit, times] as const,
  )

async function choose(page: Page, button: string, name: string, buffer: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).filter({ visible: true }).click()
  await (
    await chooser
  ).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })
}

/** A file of such a size, made in the page: it would be long on its way there. */
const dropMuch = (place: Locator, name: string, unit: string, times: number) =>
  place.evaluate(
    (node, [name, unit, times]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([unit.repeat(times)], name))
      node.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, unit, times] as const,
  )

test('write/: ten megabytes and bombs have a limit, and the record stays', async ({ page }) => {
  const noted = watch(page)
  await page.goto('write/#spf')
  await page.getByLabel('Your domain').fill('mine.example')
  await page.getByText('You have one already?').click()
  const paste = page.getByLabel('The record you have')
  const said = page.locator('details .said')
  await paste.fill('v=spf1 -all')
  await pasteMuch(paste, LINE, TIMES)
  await expect(said).toContainText('more than 65,536 characters', { timeout: 3000 })
  await expect(paste).toHaveValue('v=spf1 -all')
  for (const [name, bytes] of bombs) {
    await choose(page, 'Choose a file', name, bytes)
    await expect(said).toContainText(`“${name}” is not read: more than 2,000,000 octets`)
  }
  await dropMuch(paste, 'large.eml', LINE, 5 * TIMES)
  await expect(said).toContainText('more than 65,536 characters')
  await expect(paste).toHaveValue('v=spf1 -all')

  const addresses = page.getByLabel('Addresses and networks that send')
  await addresses.fill('192.0.2.25')
  await pasteMuch(addresses, '192.0.2.1\n', 100_000)
  await expect(page.getByRole('alert')).toContainText('takes up to 8,192 characters')
  await expect(page.locator('#record pre').first()).toContainText('ip4:192.0.2.25 mx')
  expect(noted).toEqual([])
})

test('reports/: a zone of ten megabytes is not taken, and the reports stay', async ({ page }) => {
  const noted = watch(page)
  await page.goto('reports/')
  await page.getByRole('button', { name: 'Show an example' }).click()
  const sources = page.locator('#results .source')
  await expect(sources.first()).toBeVisible({ timeout: 20_000 })
  const count = await sources.count()
  const zone = page.getByLabel('Your zone, or your SPF record')
  const before = await zone.inputValue()
  await pasteMuch(zone, LINE, TIMES)
  await expect(page.locator('#said')).toContainText('of a zone up to 500,000 are read', {
    timeout: 3000,
  })
  await expect(zone).toHaveValue(before)
  for (const [name, bytes] of bombs) await choose(page, 'Choose files', name, bytes)
  await expect(page.locator('#results')).toContainText('more than 20,971,520 octets come out of it')
  await expect(sources).toHaveCount(count)
  expect(noted).toEqual([])
})

test('sandbox/: a zone, a message and bombs have a limit, and the world stays', async ({
  page,
}) => {
  const noted = watch(page)
  await page.goto('sandbox/')
  await judged(page)
  await show(page, 'step')
  await page.getByRole('button', { name: 'Paste or drop …' }).click()
  const field = page.getByRole('textbox', { name: 'Zone or message' })
  await pasteMuch(field, LINE, TIMES)
  await expect(dialog(page)).toContainText('at most 1,000,000 characters; this has 10,150,000', {
    timeout: 20_000,
  })
  await page.getByRole('button', { name: 'Empty the field' }).click()
  await pasteMuch(field, `From: a@b.example\n\n${'x'.repeat(500)}`, 100_000)
  await expect(dialog(page)).toContainText('A message here has at most 1,000,000 octets', {
    timeout: 20_000,
  })
  await page.getByRole('button', { name: 'Empty the field' }).click()
  for (const [name, bytes] of bombs) {
    await choose(page, 'Choose a file', name, bytes)
    await expect(dialog(page)).toContainText(`“${name}” is not read: more than 2,000,000 octets`)
  }
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  const place = page.getByRole('region', { name: 'What there is' })
  await dropMuch(place, 'large.eml', LINE, 5 * TIMES)
  await expect(dialog(page)).toContainText('This file has 50,750,000 octets; up to 2,000,000')
  await page.keyboard.press('Escape')
  await enter(page, 'echo still here')
  await expect(log(page)).toContainText('still here')
  expect(noted).toEqual([])
})

test('the zone editor takes ten megabytes, says what it does not read, and goes on', async ({
  page,
}) => {
  const noted = watch(page)
  await page.goto('sandbox/')
  await judged(page)
  await rewriteZone(page, LINE.repeat(TIMES))
  const count = zonePanel(page)
    .locator('header')
    .getByRole('button', { name: /\d+ problems/ })
  await expect(count).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /auto/ }).click({ timeout: 10_000 })
  await expect(page.getByRole('button', { name: /day/ })).toBeVisible()
  await enter(page, 'dig +short example.net MX')
  await expect(log(page)).toContainText('mx.example.net', { timeout: 20_000 })
  expect(noted).toEqual([])
})

const packed = (value: unknown): string =>
  `s=${encodeBase64(gzip(utf8(JSON.stringify(value))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`

/** A link to a world with so many hosts. */
function linkToHosts(count: number): string {
  const own = ownWorldOf(sandbox)
  const { hosts } = own.world
  const more = Array.from({ length: count - hosts.length }, (_, at) => ({
    name: `h${at}.example.org`,
    addresses: [`198.18.${at >> 8}.${at & 255}`],
  }))
  const world = { ...own, world: { ...own.world, hosts: [...hosts, ...more] } }
  return packed({ v: 1, slug: 'sandbox', edition: sandbox.edition, journal: [], world })
}

test.describe('a link that holds too much says so with numbers', () => {
  const inputs = packed({ v: 1, slug: 'sandbox', edition: 1, journal: Array(1_000_000).fill(0) })
  const texts = packed({ v: 1, texts: Array(21).fill({ name: 'x', text: 'y' }) })
  const bomb = packed({ v: 1, texts: [{ name: 'x', text: 'a'.repeat(5_000_000) }] })
  for (const [what, path, link] of [
    ['a million inputs, in the sandbox', 'sandbox/', inputs],
    ['a million inputs, in a lesson', 'lessons/press-send/', inputs],
    ['501 hosts', 'sandbox/', linkToHosts(501)],
    ['21 texts, in check', 'check/', texts],
    ['a bomb, in reports', 'reports/', bomb],
    ['a bomb, in write', 'write/', bomb],
  ] as const)
    test(what, async ({ page }) => {
      const noted = watch(page)
      await page.goto(`${path}#${link}`)
      await expect(page.locator('main')).toContainText(
        '1 MiB unpacked, 5,000 inputs, 20 texts, a world of 500 hosts',
      )
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      expect(noted).toEqual([])
    })
})

test('a world with 500 hosts opens, and its parts are reached', async ({ page }) => {
  const noted = watch(page)
  await page.goto(`sandbox/#${linkToHosts(500)}`)
  await judged(page)
  await show(page, 'step')
  await expect(page.getByRole('button', { name: 'Change h494.example.org' })).toBeAttached()
  await reach(page, 'map')
  await expect(page.locator('[data-panel="map"]')).toContainText('h494.example.org')
  await enter(page, 'echo still here')
  await expect(log(page)).toContainText('still here')
  expect(noted).toEqual([])
})
