import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { listen } from '../../src/bridge/net/listen.ts'
import { textOf } from '../../src/embed/text-of.ts'
import { watch } from '../e2e/helpers/watch.ts'
import type { Prepared } from './prepare.ts'
import { policedServer } from './serve.ts'
import { systems } from './systems/index.ts'
import { pages, type Widget } from './widgets.ts'

/** What the widgets of a page have reported, and whether it is the page that was loaded first. */
declare global {
  interface Window {
    ofWidgets: [kind: string, type: string, detail: unknown][]
    isFirst?: boolean
  }
}

const { playground, prepared } = JSON.parse(
  readFileSync(process.env['HELO_DOCS_PREPARED'] ?? '', 'utf8'),
) as { playground: string; prepared: Readonly<Record<string, Prepared>> }

const [first, second] = pages as [(typeof pages)[0], (typeof pages)[0]]

const listenToWidgets = () => {
  window.ofWidgets = []
  for (const type of ['ready', 'verdict', 'problem'])
    addEventListener(type, ({ target, detail }: CustomEventInit & { target?: unknown }) => {
      if (target instanceof HTMLElement && target.localName.startsWith('helo-'))
        window.ofWidgets.push([target.localName, type, detail])
    })
}

const reported = (page: Page, wanted: string) =>
  page.evaluate((type) => window.ofWidgets.filter(([, one]) => one === type), wanted)

const frameOf = (element: Locator): FrameLocator => element.locator('iframe').contentFrame()

/** Whether its text is light, on dark ground. */
const isLightText = (frame: FrameLocator): Promise<boolean> =>
  frame.locator('body').evaluate((body) => {
    const [red = 0, green = 0, blue = 0] = getComputedStyle(body).color.match(/[\d.]+/g) ?? []
    return Number(red) + Number(green) + Number(blue) > 1.5 * 255
  })

/** Words in the frames of widgets that axe finds too faint; those of the theme are its own. */
async function faintWords(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).withRules('color-contrast')
  const { violations } = await axe.analyze()
  return violations
    .flatMap(({ nodes }) => nodes)
    .filter(({ target }) => target.length > 1)
    .map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`)
}

/** What shows that a widget works, in its frame. */
const isAtWork: Readonly<Record<Widget['kind'], (frame: FrameLocator) => Locator>> = {
  zone: (frame) => frame.getByText(/is never tried|No problems|pass/).first(),
  transcript: (frame) => frame.getByText('a3 OK done').first(),
  message: (frame) => frame.getByText('Who wrote the message.').first(),
  smtp: (frame) => frame.getByRole('log').getByText(/220 /).first(),
  terminal: (frame) => frame.getByRole('log'),
  lesson: (frame) => frame.getByRole('heading', { name: 'Say something' }),
}

for (const system of systems) {
  const site = prepared[system.name]
  if (!site) continue
  test.describe(system.name, () => {
    test.skip(site.state === 'skipped', 'reason' in site ? site.reason : '')
    let server: Server | undefined
    let root = ''

    test.beforeAll(async () => {
      expect(site.state, 'reason' in site ? site.reason : '').toBe('built')
      server = policedServer('folder' in site ? site.folder : '', playground)
      // Another site than the playground's: third-party storage is blocked between them.
      root = `http://localhost:${await listen(server, 0, '127.0.0.1')}/`
    })
    test.afterAll(() => {
      server?.closeAllConnections()
      server?.close()
    })

    const open = async (page: Page, name: 'index' | 'second' = 'index') => {
      await page.addInitScript(listenToWidgets)
      await page.goto(root + system.address(name))
    }
    const elements = (page: Page) =>
      page.locator('helo-zone, helo-transcript, helo-message, helo-smtp, helo-lesson')

    const isOfWidgets = (fault: string) =>
      !fault.startsWith(`abroad: ${playground}`) && !system.ownFaults?.test(fault)

    /** Comes near each widget, so that all are drawn. */
    const showAll = async (page: Page) => {
      for (const [at, { kind }] of first.widgets.entries()) {
        const element = elements(page).nth(at)
        await element.scrollIntoViewIfNeeded()
        await expect(isAtWork[kind](frameOf(element))).toBeVisible()
      }
    }

    test('each widget comes to a verdict, under a strict policy', async ({ page }) => {
      const noted = watch(page)
      await open(page)
      await expect(elements(page)).toHaveCount(first.widgets.length)
      for (const [at, { kind, text, attributes }] of first.widgets.entries()) {
        const element = elements(page).nth(at)
        expect(await element.evaluate(({ localName }) => localName)).toBe(`helo-${kind}`)
        for (const [name, value] of Object.entries(attributes))
          expect(await element.getAttribute(name), name).toBe(value)
        const held = await element.evaluate(({ textContent }) => textContent)
        expect(textOf({ textContent: held } as Node)).toBe(text)
        await element.scrollIntoViewIfNeeded()
        await expect(isAtWork[kind](frameOf(element))).toBeVisible()
        await expect(element.locator('pre')).toBeHidden()
      }
      const verdicts = (await reported(page, 'verdict')).map(([kind]) => kind)
      expect(new Set(verdicts)).toEqual(new Set(['helo-zone', 'helo-transcript', 'helo-message']))
      expect(await reported(page, 'problem')).toEqual([])
      expect(noted.filter(isOfWidgets)).toEqual([])
    })

    test('what a frame gets is what the author wrote', async ({ page }) => {
      await open(page)
      const zone = elements(page).first()
      await zone.scrollIntoViewIfNeeded()
      await expect(frameOf(zone).getByRole('textbox')).toHaveValue(first.widgets[0]!.text)
      const message = page.locator('helo-message')
      await message.scrollIntoViewIfNeeded()
      await frameOf(message).getByRole('button', { name: 'Source' }).click()
      const { text } = first.widgets.find(({ kind }) => kind === 'message')!
      await expect(frameOf(message).getByRole('textbox')).toHaveValue(text)
    })

    test('widgets of a page go with it, and come again', async ({ page }) => {
      const noted = watch(page)
      await open(page)
      await elements(page).first().scrollIntoViewIfNeeded()
      await expect(isAtWork.zone(frameOf(elements(page).first()))).toBeVisible()
      await page.evaluate(() => void (window.isFirst = true))
      await page.getByRole('link', { name: 'To the other page' }).click()
      await expect(elements(page)).toHaveCount(second.widgets.length)
      await expect(frameOf(elements(page).first()).getByRole('textbox')).toHaveValue(
        second.widgets[0]!.text,
      )
      await expect(isAtWork.zone(frameOf(elements(page).first()))).toBeVisible()
      expect(await page.evaluate(() => window.isFirst === true)).toBe(system.isOnePage)
      expect(page.frames().filter((frame) => frame.url().startsWith(playground))).toHaveLength(1)
      await page.goBack()
      await expect(elements(page)).toHaveCount(first.widgets.length)
      await elements(page).first().scrollIntoViewIfNeeded()
      await expect(isAtWork.zone(frameOf(elements(page).first()))).toBeVisible()
      expect(noted.filter(isOfWidgets)).toEqual([])
    })

    test('dark and light reach the widgets', async ({ page }) => {
      await open(page, 'second')
      const frame = frameOf(elements(page).first())
      await expect(isAtWork.zone(frame)).toBeVisible()
      await expect.poll(() => isLightText(frame)).toBe(false)
      const { toggleDark } = system
      if (!toggleDark) return
      await toggleDark(page)
      await expect.poll(() => isLightText(frame)).toBe(true)
      await toggleDark(page)
      await expect.poll(() => isLightText(frame)).toBe(false)
    })

    test('in the colours of the theme each word stands out from its ground', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 4400 })
      await open(page)
      await showAll(page)
      expect(await faintWords(page)).toEqual([])
      if (!system.toggleDark) return
      await system.toggleDark(page)
      await expect.poll(() => isLightText(frameOf(elements(page).first()))).toBe(true)
      expect(await faintWords(page)).toEqual([])
    })

    test('without a script the text is read as code', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await page.goto(root + system.address('index'))
      const code = page.locator('helo-message pre')
      await expect(code).toBeVisible()
      await expect(code).toHaveCSS('white-space', /^pre/)
      await expect(code).toHaveCSS('font-family', /mono|Consolas|Menlo|Courier/i)
      const shown = (await code.innerText()).trim()
      expect(shown).toBe(first.widgets.find(({ kind }) => kind === 'message')!.text)
      await context.close()
    })

    test('is looked at', async ({ page }) => {
      const folder = process.env['HELO_SCREENS']
      test.skip(!folder, 'HELO_SCREENS names no folder for pictures')
      await open(page)
      for (const theme of ['light', 'dark'] as const) {
        // Where a screen is small, the switch is in a menu.
        await page.setViewportSize({ width: 1280, height: 800 })
        if (theme === 'dark') await system.toggleDark?.(page)
        for (const width of [1280, 390]) {
          // A frame of another site is drawn where it is on the screen alone.
          await page.setViewportSize({ width, height: 4400 })
          await showAll(page)
          const path = `${folder}/${system.name}-${width}-${theme}.png`
          await page.screenshot({ path })
        }
      }
    })
  })
}
