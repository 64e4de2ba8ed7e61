import { expect, test, type Page } from '@playwright/test'
import {
  answerCard,
  coach,
  goals,
  goToStep,
  judged,
  metGoals,
  reach,
  show,
  slot,
  targetedHint,
} from './helpers/desk.ts'
import { answerByKeyboard, goToSlot, goToStepByKeyboard } from './helpers/keyboard.ts'
import { triedLessons } from './helpers/lesson-files.ts'
import { expectInside, expectInsideAtAllSizes, slots } from './helpers/measure.ts'
import { session, untilData } from './helpers/session.ts'
import { enter, enterAll, log, screen } from './helpers/terminal.ts'

const smtp = 'lessons/speak-smtp/'
for (const path of [...triedLessons.map(({ slug }) => `lessons/${slug}/`), 'sandbox/'])
  test(`${path} has its three slots on every screen, and the page does not scroll`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has one size')
    await page.goto(path)
    await judged(page)
    await expectInsideAtAllSizes(page)
  })

test.describe('at 150 %', () => {
  test.use({ viewport: { width: 853, height: 480 }, deviceScaleFactor: 1.5 })

  test('a laptop that is zoomed in has the step beside what is open', async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'a phone has one size')
    await page.goto(smtp)
    for (const name of slots) {
      await show(page, name)
      await expectInside(page, name)
      await expectInside(page, 'step')
    }
    await enter(page, session.hello)
    await expect(log(page)).toContainText('250 HELP')
  })
})

/** Notes each shift of what holds the rest: a slot, a panel and its bar, the screen, the coach. */
const noteShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as {
          value: number
          sources: { node?: Node }[]
        }
        // What is new in a panel, a step or the coach is the effect, and stands where it did before.
        const inner = '.panel-body *, .coach *, [data-slot="step"] .body *, .nav *'
        const moved = sources.flatMap(({ node }) =>
          node instanceof Element && !node.matches(inner) ? [node.className] : [],
        )
        if (moved.length) shifts.push(`${value.toFixed(4)} ${moved.join(', ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: false })
  })
const shiftsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)

const placesOf = (page: Page) =>
  page.evaluate(() =>
    ['[data-slot="doing"] .panel', '.coach', '[data-slot="effect"] .panel', '.nav'].map((name) => {
      const one = document.querySelector(`.desk:not([data-static]) ${name}`)!
      const { x, y, width, height } = one.getBoundingClientRect()
      return [name, ...[x, y, width, height].map(Math.round)]
    }),
  )

test('through a session with mistakes nothing moves, and the coach names each', async ({
  page,
}) => {
  await noteShifts(page)
  await page.goto(smtp)
  await goToStep(page, 3)
  await answerCard(page, ['refuses'])
  await goToStep(page, 4)
  await show(page, 'doing')
  await judged(page)
  await page.waitForLoadState('networkidle')
  const before = await placesOf(page)
  const earlier = (await shiftsOf(page)).length
  const lines: readonly (readonly [line: string, hint?: string])[] = [
    // Any answer was what the first step asked for.
    ['HELLO'],
    ['HELLO', 'four letters'],
    [session.from, 'does not know yet who is calling'],
    [session.hello],
    // The same line out of turn: as it was foretold, and once more.
    [session.to],
    [session.to, 'The sender comes first'],
    ['MAIL FROM: <alice@example.org>', 'Close the gap'],
    ['MAIL FROM:alice@example.org', 'angle brackets'],
    ['MAIL <alice@example.org>', 'with its colon'],
    [session.from],
    ['RCPT TO:<bobby@example.net>', 'nobody of that name'],
    ['DATA', 'The envelope is not complete'],
    [session.to],
  ]
  for (const [line, hint] of lines) {
    await enter(page, line)
    await judged(page)
    if (hint) await expect(targetedHint(page)).toContainText(hint)
    else await expect(targetedHint(page)).toHaveCount(0)
    expect(await placesOf(page)).toEqual(before)
  }
  await expect(metGoals(page)).toHaveCount(2)
  expect((await shiftsOf(page)).slice(earlier)).toEqual([])
})

test.describe('by keyboard alone', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has no F6')

  test('F6 goes through the slots, and back with Shift', async ({ page }) => {
    await page.goto(smtp)
    await judged(page)
    const heading = slot(page, 'step').locator('h2').first()
    const inEffect = slot(page, 'effect').locator(':focus')
    await page.keyboard.press('F6')
    await expect(heading).toBeFocused()
    await page.keyboard.press('F6')
    await expect(screen(page)).toBeFocused()
    await page.keyboard.press('F6')
    await expect(inEffect).toHaveCount(1)
    await page.keyboard.press('F6')
    await expect(heading).toBeFocused()
    await page.keyboard.press('Shift+F6')
    await expect(inEffect).toHaveCount(1)
  })

  test('a prediction, an order and a row are answered', async ({ page }) => {
    await page.goto(smtp)
    await judged(page)
    await goToStepByKeyboard(page, 3)
    await answerByKeyboard(page, ['refuses'])
    const card = slot(page, 'step').locator('[data-card]')
    await expect(card).toHaveAttribute('data-state', 'committed')

    await goToStepByKeyboard(page, 2)
    await answerByKeyboard(page, ['ehlo', 'mail', 'rcpt', 'data', 'text', 'dot', 'quit'])
    await expect(card).toHaveAttribute('data-state', 'settled')

    await goToSlot(page, 'doing')
    for (const line of [...untilData, ...session.message, '.']) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    await judged(page)
    await goToStepByKeyboard(page, 5)
    await answerByKeyboard(page, ['S . 250'])
    await expect(card).toHaveAttribute('data-state', 'settled')
  })

  test('the pieces of an order stay where they are while they are numbered', async ({ page }) => {
    await page.goto(smtp)
    await judged(page)
    await goToStepByKeyboard(page, 2)
    const pieces = slot(page, 'step').locator('[data-item]')
    // In their list: the slot may scroll to the piece that has the focus.
    const places = () =>
      pieces.evaluateAll((all) =>
        all.map((one) => {
          const [{ x, y, width, height }, list] = [one, one.closest('ul')!].map((box) =>
            box.getBoundingClientRect(),
          ) as [DOMRect, DOMRect]
          return { x, y: y - list.y, width, height }
        }),
      )
    await expect(pieces.first()).toBeVisible()
    const before = await places()
    for (const piece of (await pieces.all()).slice(2, 6)) await piece.press('Enter')
    expect(await places()).toEqual(before)
  })

  test('an item that was placed is lifted and taken out, and the focus stays', async ({ page }) => {
    await page.goto(smtp)
    await judged(page)
    await goToStepByKeyboard(page, 2)
    const card = slot(page, 'step').locator('[data-card="order"]')
    await card.locator('[data-item="mail"]').press('Enter')
    await card.locator('[data-item="ehlo"]').press('Enter')
    await card.getByRole('button', { name: /^Earlier: .*EHLO/ }).press('Enter')
    await expect(card.locator('[data-item="ehlo"]')).toHaveAccessibleName(/^Take out: EHLO.*now 1$/)
    await expect(card.locator('[data-item="ehlo"]')).toBeFocused()
    await card.getByRole('button', { name: /^Take out: .*MAIL/ }).press('Enter')
    await expect(card.locator('[data-item="mail"]')).toBeFocused()
  })
})

test('before a hall the type is large, one slot is shown, and nothing gives the answer', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no projector')
  await page.goto(smtp)
  await judged(page)
  const sizeOfType = () =>
    page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
  const before = await sizeOfType()
  const present = page.getByRole('button', { name: 'Present' })
  await present.click()
  const leave = page.getByRole('button', { name: /^Leave/ })
  await expect(leave).toBeVisible()
  expect(await sizeOfType()).toBeGreaterThan(before * 1.4)
  await expect(goals(page).first()).toBeHidden()
  await expect(coach(page)).toBeHidden()
  for (const [at, name] of slots.entries()) {
    await page.keyboard.press(`${at + 1}`)
    for (const one of slots) await expect(slot(page, one)).toBeVisible({ visible: one === name })
    await expectInside(page, name)
  }
  // What is typed into the terminal is no choice of a slot.
  await page.keyboard.press('2')
  await screen(page).focus()
  await page.keyboard.type('3')
  await expect(slot(page, 'doing')).toBeVisible()
  await leave.click()
  await expect(present).toHaveAttribute('aria-pressed', 'false')
  for (const name of slots) await expect(slot(page, name)).toBeVisible()
  await expect(goals(page).first()).toBeVisible()
  expect(await sizeOfType()).toBe(before)
})

test('what changed unseen is counted on its tab, until it is looked at', async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, 'a laptop has it in sight')
  await page.goto(smtp)
  await show(page, 'doing')
  const badge = page.getByRole('navigation', { name: 'Parts of the desk' }).locator('.badge')
  await enterAll(page, untilData)
  await judged(page)
  await expect(badge).toHaveCount(0)
  await enterAll(page, [...session.message, '.'])
  await expect(badge).toHaveText(/^1/)
  await reach(page, 'mailbox')
  await expect(badge).toHaveCount(0)
  await show(page, 'doing')
  await expect(badge).toHaveCount(0)
})

test('work of a lesson’s older edition is set aside, and its zones go on', async ({ page }) => {
  const zone = '@ IN TXT "v=spf1 ip4:192.0.2.10 -all" ; mine\n'
  const key = 'helo-world/lesson/your-first-spf'
  const old = JSON.stringify({
    ...{ v: 1, journal: [{ kind: 'edit', zone: 'example.org', text: zone }] },
    ...{ zones: { 'example.org': zone }, hints: 2, progress: { met: 3, of: 5, done: false } },
  })
  await page.goto('./')
  await page.evaluate(([name, text]) => localStorage.setItem(name!, text!), [key, old])
  await page.goto('lessons/your-first-spf/')
  await expect(coach(page)).toContainText('The lesson has changed')
  await reach(page, 'zone')
  await expect(page.locator('[data-panel="zone"]')).toContainText('mine')
  const aside = await page.evaluate((name) => localStorage.getItem(`${name}/set-aside`), key)
  expect(JSON.parse(aside ?? '')).toMatchObject({ zones: { 'example.org': zone } })
  // The zone that was kept counts in the lesson as it is now; who goes on has read the notice.
  await goToStep(page, 1)
  await answerCard(page, ['neutral'])
  await expect(metGoals(page)).toHaveCount(1)
  await expect(coach(page)).not.toContainText('The lesson has changed')
})

test('on a large screen what may be said stands at hand, after a first try', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone has no room for it')
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto(smtp)
  await judged(page)
  const atHand = page.locator('[data-panel="at-hand"]')
  await expect(atHand).toContainText('Say a line first')
  await expect(atHand.getByRole('listitem')).toHaveCount(0)
  await enter(page, 'HELLO')
  await expect(atHand.getByRole('listitem').first()).toContainText('EHLO')
})
