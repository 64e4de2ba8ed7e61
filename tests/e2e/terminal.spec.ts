import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { judged, show } from './helpers/desk.ts'
import { session, untilData, wholeSession } from './helpers/session.ts'
import { enter, enterAll, log, paste, screen, terminal } from './helpers/terminal.ts'

const lesson = 'lessons/speak-smtp/'
const marks = (page: Page) => terminal(page).locator('.terminal-marks .mark')
const card = (page: Page) => page.getByRole('dialog')
const strip = (page: Page) => terminal(page).locator('.session-strip')

/** A page whose terminal has all its parts. */
async function open(page: Page): Promise<void> {
  await page.goto(lesson)
  await show(page, 'doing')
  await expect(terminal(page).getByRole('button', { name: 'Copy' })).toBeVisible()
  await expect(log(page)).toContainText('220 ')
}

test('what the terminal shows is in the transcript too', async ({ page }) => {
  await page.goto(lesson)
  await show(page, 'doing')
  await expect(log(page)).toContainText('220 mx.example.net')
  await enter(page, session.hello)
  await expect(log(page)).toContainText('250 HELP')
  await expect(log(page).locator('[data-who="you"]').last()).toContainText('EHLO')
})

test('a suggestion fills the line', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'chips are for fingers')
  await open(page)
  await terminal(page).getByRole('button', { name: 'HELP' }).click()
  await terminal(page).getByRole('button', { name: 'Enter' }).click()
  await expect(log(page).locator('[data-who="you"]').last()).toContainText('HELP')
})

test('glyphs say who speaks and what; only the newest refusal has a ground', async ({ page }) => {
  await open(page)
  await enter(page, session.from)
  await expect(marks(page).last()).toHaveText('›')
  await expect(terminal(page).locator('.ground')).toHaveCount(1)
  await expect(marks(page)).toHaveText(['$', '✓', '›', '✕', '›'])
  await enter(page, session.hello)
  await expect(log(page)).toContainText('250 HELP')
  await expect(terminal(page).locator('.ground')).toHaveCount(0)
})

test('the strip follows the session, and moves nothing', async ({ page }) => {
  await open(page)
  await judged(page)
  const before = await terminal(page).locator('.terminal-screen').boundingBox()
  await enterAll(page, untilData.slice(0, 2))
  await expect(strip(page).locator('[aria-current="step"]')).toContainText('Recipient')
  await expect(strip(page).locator('.code')).toHaveText(['220', '250', '250'])
  const after = await terminal(page).locator('.terminal-screen').boundingBox()
  expect([after?.height, after?.width]).toEqual([before?.height, before?.width])
})

test('a tap or a click on a code opens its card; Escape closes it', async ({ page, isMobile }) => {
  await open(page)
  await enter(page, session.to)
  await expect(log(page)).toContainText('503')
  const code = terminal(page).locator('.dots[data-mark="refused"]').first()
  await code.scrollIntoViewIfNeeded()
  const { x, y, width } = (await code.boundingBox())!
  if (isMobile) await page.touchscreen.tap(x + width / 2, y + 8)
  else await page.mouse.click(x + width / 2, y + 8)
  await expect(card(page)).toContainText('comes at the wrong time')
  await expect(card(page)).toContainText('RFC 5321')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(card(page)).toHaveCount(0)
})

test.describe('with a keyboard', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has no keys')

  test('F1 opens the card of the newest reply, which leads to others; Escape returns', async ({
    page,
  }) => {
    await open(page)
    await enter(page, 'EHLO')
    await expect(log(page)).toContainText('501')
    // The screen may come to it after the transcript.
    await expect(terminal(page).locator('.mark[data-mark="refused"]')).toBeVisible()
    await page.keyboard.press('F1')
    await expect(card(page)).toContainText('501')
    await expect(card(page)).toBeFocused()
    await page.getByRole('button', { name: 'Word before' }).click()
    await expect(card(page)).toContainText('EHLO <your-name>')
    await page.keyboard.press('Escape')
    await expect(card(page)).toHaveCount(0)
    await expect(screen(page)).toBeFocused()
  })

  test('a pointer that rests on a verb shows its card, and goes without it', async ({ page }) => {
    await open(page)
    await enter(page, 'NOOP')
    const verb = terminal(page).locator('.dots[data-mark="command"]').first()
    await expect(verb).toBeVisible()
    const { x, y } = (await verb.boundingBox())!
    await page.mouse.move(x + 4, y + 8)
    await expect(card(page)).toContainText('NOOP')
    await expect(screen(page)).toBeFocused()
    await page.mouse.move(x + 500, y + 60)
    await expect(card(page)).toHaveCount(0)
  })

  test('Tab completes a verb that is allowed, then an address, and stays in a half-typed line', async ({
    page,
  }) => {
    await open(page)
    await enterAll(page, untilData.slice(0, 2))
    await expect(strip(page)).toContainText('Recipient')
    await page.keyboard.type('rc')
    await page.keyboard.press('Tab')
    await page.keyboard.type('bo')
    await page.keyboard.press('Tab')
    await expect(screen(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(log(page)).toContainText('rcpt to:<bob@example.net>')
    await page.keyboard.press('Tab')
    await expect(screen(page)).not.toBeFocused()
  })

  test('a pasted session is a dialogue: each line after the reply to the one before', async ({
    page,
  }) => {
    await open(page)
    await paste(page, `${wholeSession.join('\n')}\n`)
    await expect(log(page)).toContainText('221 ')
    const speakers = await log(page)
      .locator('p')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-who')))
    const first = speakers.indexOf('you')
    expect(speakers.slice(first, first + 4)).toEqual(['you', 'server', 'you', 'server'])
  })

  test('a session that is pasted too early gets one answer', async ({ page }) => {
    await page.goto('sandbox/')
    await expect(screen(page)).toBeAttached()
    await paste(page, `${wholeSession.join('\n')}\n`)
    await expect(log(page)).toContainText('no server is connected yet')
    await expect(log(page)).toContainText('behind it in your paste were left out')
    await expect(log(page).locator('[data-who="you"]')).toHaveCount(1)
  })

  test('what is copied is the plain protocol', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await open(page)
    await enter(page, 'QUIT')
    await expect(log(page)).toContainText('221 ')
    await terminal(page).getByRole('button', { name: 'Copy' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/S: 220 .*\nC: QUIT\nS: 221 /)
    // eslint-disable-next-line no-control-regex -- sequences and glyphs are what must not be there
    expect(copied).not.toMatch(/[\x1b✓✕›]/)
  })

  test('the size of the type is kept', async ({ page }) => {
    await open(page)
    const glyph = marks(page).first()
    const { height } = (await glyph.boundingBox())!
    for (let times = 0; times < 4; times++)
      await terminal(page).getByRole('button', { name: 'Larger' }).click()
    await expect.poll(async () => (await glyph.boundingBox())!.height).toBeGreaterThan(height + 2)
    await open(page)
    await expect.poll(async () => (await glyph.boundingBox())!.height).toBeGreaterThan(height + 2)
  })
})

test('Start over begins anew, and can be taken back', async ({ page }) => {
  await open(page)
  await enter(page, session.hello)
  await expect(log(page)).toContainText('250 HELP')
  await terminal(page).getByRole('button', { name: 'Start over' }).click()
  await expect(log(page)).not.toContainText(session.hello)
  await terminal(page).getByRole('button', { name: 'Take back' }).click()
  await expect(log(page)).toContainText(session.hello)
})
