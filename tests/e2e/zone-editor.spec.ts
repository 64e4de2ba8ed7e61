import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { goToStep, judged, show as showSlot } from './helpers/desk.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { watch } from './helpers/watch.ts'
import {
  focusEditor,
  lines,
  plainField,
  problems,
  rewriteZone,
  squiggle,
  waitForEditor,
  zonePanel,
  zoneText,
} from './helpers/zone.ts'

const lesson = 'lessons/your-first-spf/'
const start = lessonFile('your-first-spf', 'zones/example.org.zone')
const all = lessonFile('all-three-together', 'zones/example.org.zone')
const own = '@ IN TXT "v=spf1 ip4:192.0.2.10 -all"\n'
const vendor = '@ IN TXT "v=spf1 include:spf.letters.test -all"\n'

const finding = (page: Page): Locator =>
  zonePanel(page).getByRole('group', { name: /^(Error|Warning|Note) in line / })
const senders = (page: Page): Locator => page.locator('[data-panel="senders"]')
const row = (page: Page, name: string): Locator =>
  senders(page).getByRole('listitem').filter({ hasText: name })
const line = (page: Page, text: string): Locator =>
  lines(page).locator('.view-line').filter({ hasText: text })

/** On a phone one slot is seen at a time. */
async function open(page: Page, path: string, slot: 'Do' | 'Senders' = 'Do') {
  await page.goto(path)
  await expect(page.locator('[data-static]')).toHaveCount(0)
  await show(page, slot)
}
async function show(page: Page, slot: 'Do' | 'Senders') {
  const tab = page.getByRole('button', { name: new RegExp(`^${slot}`) }).last()
  if (await page.evaluate(() => innerWidth < 700)) await tab.click()
}

const boxOf = async (one: Locator) => (await one.boundingBox())!

test.describe('in the larger editor', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone keeps the plain field')

  test('what is typed before any script stays, and nothing moves when they come', async ({
    page,
  }) => {
    const noted = watch(page)
    let release = () => {}
    const released = new Promise<void>((done) => (release = done))
    await page.route('**/assets/*.js', async (route) => {
      await released
      await route.continue()
    })
    await page.goto(lesson, { waitUntil: 'commit' })
    await plainField(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('@ IN TXT "v=spf1 -all"')
    for (let back = 0; back < ' -all"'.length; back++) await page.keyboard.press('ArrowLeft')
    const frame = zonePanel(page).locator('.zone-frame')
    const [frameBefore, fieldBefore] = [await boxOf(frame), await boxOf(plainField(page))]
    await page.route('**/assets/open-*.js', (route) =>
      setTimeout(() => void route.continue(), 1500),
    )
    release()
    await expect(page.locator('[data-static]')).toHaveCount(0)
    await expect(plainField(page)).toBeFocused()
    expect([await boxOf(frame), await boxOf(plainField(page))]).toEqual([frameBefore, fieldBefore])
    const field = await zonePanel(page).locator('.row').first().evaluate(textStart)
    await waitForEditor(page)
    expect(await boxOf(frame)).toEqual(frameBefore)
    // Monaco draws its lines in several goes.
    const drift = async () => {
      const editor = await line(page, '$TTL').first().evaluate(textStart)
      return Math.max(Math.abs(editor.x - field.x), Math.abs(editor.y - field.y))
    }
    await expect.poll(drift).toBeLessThan(2)
    await page.keyboard.type(' ip4:192.0.2.10')
    await expect(lines(page)).toContainText('"v=spf1 ip4:192.0.2.10 -all"')
    expect(noted).toEqual([])
  })

  test('one fault is one line, below its own, with its fix and its reason', async ({ page }) => {
    const noted = watch(page)
    await open(page, lesson)
    await rewriteZone(page, start + own + vendor)
    await expect(finding(page)).toHaveCount(1)
    await expect(finding(page)).toHaveAttribute('aria-label', 'Error in line 11')
    await expect(finding(page)).toContainText('has 2 SPF records')
    await expect(problems(page)).toContainText('1 problem')
    const above = await boxOf(line(page, 'include:').first())
    const below = await boxOf(finding(page))
    expect(Math.abs(below.y - above.y - above.height)).toBeLessThan(3)
    // A wide font takes a second line of text, and no third.
    expect(below.height).toBeLessThan(50)

    await finding(page).getByRole('button', { name: 'Why' }).click()
    await expect(finding(page)).toContainText('RFC 7208 §4.5')
    await expect(finding(page).getByRole('link', { name: 'More about this rule' })).toBeVisible()
    await expectAccessible(page, '[data-slot="doing"]')
    await finding(page)
      .getByRole('button', { name: /Another SPF record/ })
      .click()
    await expect(zonePanel(page).locator('.monaco-editor.focused')).toHaveCount(1)

    await finding(page).getByRole('button', { name: 'Make one record of them' }).click()
    await expect(finding(page)).toHaveCount(0)
    await expect(squiggle(page)).toHaveCount(0)
    await expect(problems(page)).toContainText('No problems')
    expect(noted).toEqual([])
  })

  test('nothing but what is below a finding moves while one types', async ({ page }) => {
    await open(page, lesson)
    await waitForEditor(page)
    const fixed = () =>
      page
        .locator('[data-panel], [data-panel="zone"] .tools button, .coach, [data-panel] h2')
        .evaluateAll((found) =>
          found
            .filter((one) => !one.closest('.problems'))
            .map((one) => JSON.stringify(one.getBoundingClientRect())),
        )
    const before = await fixed()
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('@ IN TXT "v=spf1 ip:192.0.2.10 -all', { delay: 20 })
    // Between two keys nothing comes between the lines.
    await expect(squiggle(page).first()).toBeAttached()
    await expect(finding(page)).toHaveCount(1)
    expect(await fixed()).toEqual(before)
    const top = async () => (await boxOf(line(page, '$TTL').first())).y
    const topBefore = await top()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(problems(page)).toHaveAttribute('aria-busy', 'false')
    expect(Math.abs((await top()) - topBefore)).toBeLessThan(30)
    expect(await fixed()).toEqual(before)
  })

  test('a word has its colour though the page has no idle time', async ({ page }) => {
    await open(page, lesson)
    await waitForEditor(page)
    await page.evaluate(() => (window.requestIdleCallback = () => 0))
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('www2 IN TXT x')
    const colours = line(page, 'www2').locator('span span')
    await expect(colours.filter({ hasText: /^TXT\s$/ })).toHaveCount(1)
    const ink = (one: Locator) => one.evaluate((element) => getComputedStyle(element).color)
    expect(await ink(colours.filter({ hasText: 'TXT' }))).not.toBe(await ink(colours.last()))
  })

  test('a long record goes on below its value, and nothing scrolls sideways', async ({ page }) => {
    await open(page, lesson)
    const terms = Array.from({ length: 12 }, (_, at) => `ip4:198.51.100.${at}`).join(' ')
    await rewriteZone(page, `${start}@     IN TXT "v=spf1 ${terms} -all"\n`)
    await expect(line(page, 'ip4:198.51.100.11')).toBeVisible()
    const [first, next] = await lines(page)
      .locator('.view-line')
      .evaluateAll((found) => {
        const range = document.createRange()
        const at = (element: Element, text: string) => {
          const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const where = node.textContent!.search(text)
            if (where < 0) continue
            range.setStart(node, where)
            range.setEnd(node, where + 1)
            return range.getBoundingClientRect().x
          }
          return undefined
        }
        const rows = found
          .filter((one) => one.textContent!.includes('ip4:198'))
          .sort((a, b) => a.getBoundingClientRect().y - b.getBoundingClientRect().y)
        return [at(rows[0]!, '"'), at(rows[1]!, '[^\\s\\u00a0]')]
      })
    expect(Math.abs(first! - next!)).toBeLessThan(2)
    const frame = await boxOf(zonePanel(page).locator('.zone-frame'))
    const ends = await lines(page)
      .locator('.view-line > span')
      .evaluateAll((found) => found.map((one) => one.getBoundingClientRect().right))
    expect(Math.max(...ends)).toBeLessThanOrEqual(frame.x + frame.width)
  })

  test('what each zone begins with and a long key are folded, and the text stays', async ({
    page,
  }) => {
    await open(page, 'lessons/all-three-together/')
    await waitForEditor(page)
    const heads = zonePanel(page).getByRole('button', { name: /TTL, SOA, NS and its address/ })
    const key = zonePanel(page).getByRole('button', { name: /2048-bit key/ })
    await expect(heads).toBeVisible()
    await expect(line(page, 'SOA')).toHaveCount(0)
    expect(await zoneText(page)).toBe(all)

    await heads.focus()
    await page.keyboard.press('Enter')
    await expect(heads).toHaveCount(0)
    await expect(line(page, 'SOA').first()).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Shift+BracketLeft')
    await expect(heads).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+End')
    await expect(key).toBeVisible()
    await key.click()
    await expect(key).toHaveCount(0)
    expect(await zoneText(page)).toBe(all)
  })

  test('keys go from finding to finding and fix them', async ({ page }) => {
    await open(page, lesson)
    await rewriteZone(page, `${start}www IN B 192.0.2.1\n@ IN TXT "v=spf1 ip:192.0.2.10 -all"\n`)
    await expect(finding(page)).toHaveCount(2)
    const told = zonePanel(page).getByRole('status')
    await page.keyboard.press('F8')
    await expect(told).toContainText(/^Error in line 10: /)
    await page.keyboard.press('F8')
    await expect(told).toContainText(/^Error in line 11: .* Fix with Control or Command/)
    await page.keyboard.press('Shift+F8')
    await expect(told).toContainText(/^Error in line 10: /)
    await page.keyboard.press('Shift+F8')
    await page.keyboard.press('ControlOrMeta+.')
    await expect(page.locator('.action-widget', { hasText: 'ip4:' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(lines(page)).toContainText('ip4:192.0.2.10')
    await expect(finding(page)).toHaveCount(1)
    // Behind the editor come the buttons of its findings, and then what is outside.
    await page.keyboard.press('Tab')
    await expect(page.locator('.monaco-editor.focused')).toHaveCount(0)
  })

  test('Undo takes an edit back, and Start over can be taken back too', async ({ page }) => {
    await open(page, lesson)
    const undo = zonePanel(page).getByRole('button', { name: 'Undo' })
    const startOver = zonePanel(page).getByRole('button', { name: 'Start over' })
    await waitForEditor(page)
    await expect(undo).toBeDisabled()
    await expect(startOver).toBeDisabled()
    await rewriteZone(page, start + own)
    await startOver.click()
    await expect(line(page, 'TXT')).toHaveCount(0)
    await expect(startOver).toBeDisabled()
    await undo.click()
    await expect(line(page, 'TXT')).toHaveCount(1)
  })

  test('what is typed without a rest is taken back whole, and stays when another tab is looked at', async ({
    page,
  }) => {
    await open(page, 'lessons/transactional-mail/')
    await waitForEditor(page)
    const tab = (name: string) =>
      zonePanel(page).getByRole('button', { name: new RegExp(`^${name}(?: |$)`) })
    await tab('example.org').click()
    const before = await zoneText(page)
    const type = async () => {
      await focusEditor(page)
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.type('; typed at once')
    }
    await type()
    await tab('app.example.org').click()
    await expect(line(page, 'typed')).toHaveCount(0)
    await tab('example.org').click()
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await expect(line(page, 'typed')).toHaveCount(1)
    await expect(problems(page)).toHaveAttribute('aria-busy', 'false')
    await type()
    await zonePanel(page).getByRole('button', { name: 'Start over' }).click()
    await expect(line(page, 'typed')).toHaveCount(0)
    expect(await zoneText(page)).toBe(before)
  })

  test('a key has the browser draw no more than what it changes', async ({ page }) => {
    await open(page, lesson)
    await waitForEditor(page)
    const moves = await page.evaluateHandle(() => {
      const seen: string[] = []
      document.addEventListener('transitionrun', ({ propertyName }) => seen.push(propertyName))
      return seen
    })
    const layers = await watchLayers(page)
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('; a')
    await expect(zonePanel(page).getByRole('button', { name: 'Start over' })).toBeEnabled()
    await expect(problems(page)).toHaveAttribute('aria-busy', 'false')
    expect(await moves.jsonValue()).toEqual([])
    // The caret of the field that takes the keys blinks behind the page, and would part it into layers.
    const reasons = await layers()
    expect(reasons).toContain('OverflowScrolling')
    expect(reasons).not.toContain('Caret')
  })

  test('what stands already is not offered, and covers no finding', async ({ page }) => {
    await open(page, lesson)
    await waitForEditor(page)
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    const offers = page.locator('.suggest-widget.visible .monaco-list-row')
    await page.keyboard.type('@ IN TXT "v=spf1 ip:192.0.2.10 -a')
    await expect(offers.filter({ hasText: 'all' })).toHaveCount(1)
    await page.keyboard.type('ll')
    await expect(offers).toHaveCount(0)
    await expect(finding(page)).toHaveCount(1)
    // Who asks is answered.
    await page.keyboard.press('Control+Space')
    await expect(offers).toHaveText([/all/])
  })

  for (const colorScheme of ['light', 'dark'] as const)
    for (const contrast of ['no-preference', 'more'] as const)
      test(`offers can be read and stand at their word: ${colorScheme}, ${contrast}`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme, contrast })
        await open(page, lesson)
        await waitForEditor(page)
        await focusEditor(page)
        await page.keyboard.press('ControlOrMeta+End')
        await page.keyboard.type('@ IN TXT "v=spf1 i')
        const offers = page.locator('.suggest-widget.visible')
        await expect(offers.locator('.monaco-list-row.focused .highlight')).toHaveText('i')
        const words =
          '.suggest-widget .monaco-list-row :is(.highlight, .label-name, .details-label), .line-numbers:not(.zone-sign)'
        for (const [text, ratio] of await contrasts(page, words))
          expect(ratio, text).toBeGreaterThanOrEqual(4.5)
        const box = await boxOf(offers)
        const size = page.viewportSize()!
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(size.width)
        expect(box.y + box.height).toBeLessThanOrEqual(size.height)
        const word = await boxOf(line(page, 'v=spf1').first().locator('span span').last())
        expect(Math.abs(box.x - word.x - word.width)).toBeLessThan(60)
        expect(
          Math.min(Math.abs(box.y - word.y), Math.abs(box.y + box.height - word.y)),
        ).toBeLessThan(30)
      })
})

test.describe('in the plain field', () => {
  test.skip(({ isMobile }) => !isMobile, 'a laptop gets the larger editor')

  test('a finding has its line marked and a strip of its own, whose place is kept', async ({
    page,
  }) => {
    await open(page, lesson)
    const strip = zonePanel(page).locator('.zone-strip')
    const before = await boxOf(strip)
    await rewriteZone(page, start + own + vendor)
    await expect(finding(page)).toContainText('Error, line 11')
    await expect(zonePanel(page).locator('pre [data-sign]')).toHaveAttribute('data-sign', '✕')
    expect(await boxOf(strip)).toEqual(before)
    await finding(page).getByRole('button', { name: 'Why' }).tap()
    await expect(finding(page)).toContainText('RFC 7208 §4.5')
    await expectAccessible(page, '[data-slot="doing"]')
    await finding(page).getByRole('button', { name: 'Make one record of them' }).tap()
    await expect(finding(page)).toHaveCount(0)
    await expect(plainField(page)).toHaveValue(/"v=spf1 ip4:192\.0\.2\.10 include:\S+ -all"\n/)
    await zonePanel(page).getByRole('button', { name: 'Undo' }).tap()
    await expect(plainField(page)).toHaveValue(/-all"\n@ IN TXT/)
    await zonePanel(page).getByRole('button', { name: 'Start over' }).tap()
    await expect(plainField(page)).toHaveValue(start)
  })

  test('the field and the colours behind it break their lines alike', async ({ page }) => {
    await open(page, lesson)
    const terms = Array.from({ length: 30 }, (_, at) => `ip4:198.51.100.${at}`).join(' ')
    await rewriteZone(page, `${start}@     IN TXT "v=spf1 ${terms} -all"\n`)
    const heights = await zonePanel(page)
      .locator('.zone-text')
      .evaluateAll((both) =>
        both.map((one) => [one.scrollHeight, one.scrollWidth - one.clientWidth]),
      )
    expect(heights[0]).toEqual(heights[1])
    expect(heights[0]![1]).toBe(0)
  })
})

test('senders are rows that say what changed and what decided', async ({ page, isMobile }) => {
  const noted = watch(page)
  await open(page, lesson)
  await expect(senders(page)).toContainText('0 of 5 right')
  const status = senders(page).getByRole('status')
  await expect(status).toHaveText('')
  await rewriteZone(page, start + own)
  await show(page, 'Senders')
  await expect(senders(page)).toContainText('3 of 5 right')
  await expect(row(page, 'Your mail server').getByRole('button')).toHaveAccessibleName(
    /Your mail server, 192\.0\.2\.10: SPF pass, as it should be, was none; decided by ip4:192\.0\.2\.10/,
  )
  await expect(status).toHaveText(/^3 of 5 right; Your mail server now passes, /)
  await show(page, 'Do')
  await rewriteZone(page, start + own + vendor)
  await show(page, 'Senders')
  await expect(row(page, 'Mallory')).toContainText('permerror')
  await expect(row(page, 'Mallory')).toContainText('was fail')
  await expect(row(page, 'Mallory')).toContainText('lines 10 and 11')
  await expect(status).toHaveText('0 of 5 right; all 5 now get permerror.')

  const heights = await senders(page)
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((one) => one.getBoundingClientRect().height))
  expect(Math.max(...heights)).toBeLessThan(isMobile ? 60 : 34)
  for (const one of await senders(page).getByRole('listitem').all())
    await expect(one).toBeInViewport({ ratio: 1 })

  await row(page, 'Mallory').getByRole('button').click()
  await expect(row(page, 'Mallory')).toContainText('MAIL FROM:<alice@example.org>')
  await expect(row(page, 'Mallory')).toContainText('publishes 2 SPF records')
  await expectAccessible(page, '[data-slot="effect"]')
  expect(noted).toEqual([])
})

/** Where the words of a line begin. */
function textStart(element: Element): { x: number; y: number } {
  const range = document.createRange()
  range.setStart(document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!, 0)
  const { x, y } = range.getBoundingClientRect()
  return { x, y }
}

/** How words stand out from their ground, by their text. */
const contrasts = (page: Page, words: string): Promise<[text: string, ratio: number][]> =>
  page.locator(words).evaluateAll((found) => {
    const numbers = (colour: string) => colour.match(/[\d.]+/g)!.map(Number)
    const luminance = (colour: readonly number[]) => {
      const [r, g, b] = colour.map((part) => {
        const value = part / 255
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    return found
      .filter((one) => one.textContent && one.checkVisibility())
      .map((one) => {
        let [ground, opacity] = [[255, 255, 255], 1]
        for (let at: Element | null = one; at; at = at.parentElement) {
          opacity *= Number(getComputedStyle(at).opacity)
          const [r, g, b, alpha = 1] = numbers(getComputedStyle(at).backgroundColor)
          if (alpha < 1) continue
          ground = [r!, g!, b!]
          break
        }
        const ink = numbers(getComputedStyle(one).color)
          .slice(0, 3)
          .map((part, at) => part * opacity + ground[at]! * (1 - opacity))
        const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a)
        return [one.textContent, (light! + 0.05) / (dark! + 0.05)]
      })
  })

/** @returns Why the page has the layers that it has by then. */
async function watchLayers(page: Page): Promise<() => Promise<string[]>> {
  const session = await page.context().newCDPSession(page)
  let ids: string[] = []
  session.on('LayerTree.layerTreeDidChange', ({ layers }) => {
    if (layers) ids = layers.map(({ layerId }) => layerId)
  })
  await session.send('DOM.enable')
  await session.send('LayerTree.enable')
  const reasonsOf = (layerId: string) =>
    session.send('LayerTree.compositingReasons', { layerId }).then(
      ({ compositingReasonIds }) => compositingReasonIds,
      () => [],
    )
  return async () => (await Promise.all(ids.map(reasonsOf))).flat()
}

test('a step that speaks of another zone or of settings shows them, among many tabs', async ({
  page,
}) => {
  await page.goto('lessons/transactional-mail/')
  await judged(page)
  const tab = (name: string) =>
    zonePanel(page).getByRole('button', { name: new RegExp(`^${name}(?: |$)`) })
  const expectShown = async (name: string) => {
    await showSlot(page, 'doing')
    await expect(tab(name)).toHaveAttribute('aria-pressed', 'true')
    await expect(tab(name)).toBeInViewport({ ratio: 0.9 })
  }
  await expectShown('example.org')
  await goToStep(page, 2)
  await expectShown('app.example.org')
  await goToStep(page, 3)
  await expectShown('example.org')
  // What the learner chose stays where a step speaks of none.
  await tab('fast.mailout.test').click()
  await goToStep(page, 5)
  await expectShown('fast.mailout.test')
})
