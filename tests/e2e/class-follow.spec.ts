import { expect, test, type Browser, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import {
  boardOf,
  chip,
  connected,
  dotsOf,
  joinClass,
  LONG,
  ownPage,
  rowOf,
  sheet,
  startClass,
  type TestClass,
} from './helpers/class.ts'
import { judged, slot } from './helpers/desk.ts'
import { enter, log } from './helpers/terminal.ts'

let held: TestClass
test.beforeEach(async () => {
  held = await startClass('--lesson', 'speak-smtp')
})
test.afterEach(() => held.stop())

const join = async (browser: Browser, name: string): Promise<Page> =>
  joinClass(held, await ownPage(browser), name)

/** Opens the lesson before the hall, and has the class follow. */
async function present(board: Page): Promise<Page> {
  const [presenter] = await Promise.all([
    board.context().waitForEvent('page'),
    board.getByRole('link', { name: 'Open the lesson to present' }).click(),
  ])
  await expect(presenter.getByRole('toolbar', { name: 'Presenting' })).toBeVisible({
    timeout: LONG,
  })
  await presenter.getByRole('button', { name: 'Have the class follow me' }).click()
  await expect(board.getByRole('button', { name: 'The class follows you' })).toBeVisible()
  return presenter
}

/** Types a line before the hall, where one part is seen at a time. */
async function typeBefore(presenter: Page, line: string): Promise<void> {
  await presenter.locator('body').press('2')
  await presenter.keyboard.press('Enter')
  await presenter.keyboard.type(line)
  await presenter.keyboard.press('Enter')
  await presenter.keyboard.press('F6')
}

const shows = (page: Page, state: 'own' | 'following' | 'branch') =>
  expect(page.locator(`[data-screen="${state}"]`)).toBeAttached({ timeout: LONG })
const stored = (page: Page) =>
  page.evaluate(() => localStorage.getItem('helo-world/lesson/speak-smtp'))
const heading = (page: Page) => slot(page, 'step').getByRole('heading', { level: 2 })
const bar = (page: Page) => page.locator('[data-screen]')

test('the presenter’s screen is on the pages of the class, live, and their own work is as it was', async ({
  browser,
}) => {
  const board = await boardOf(held, browser)
  const ann = await join(browser, 'Ann')
  await enter(ann, 'EHLO ann.example.org')
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^2 of/)
  await judged(ann)
  const own = await stored(ann)
  const presenter = await present(board)
  await shows(ann, 'following')
  await typeBefore(presenter, 'EHLO presenter.example.org')
  await expect(log(ann)).toContainText('EHLO presenter.example.org')
  await expect(log(ann)).not.toContainText('ann.example.org')
  await typeBefore(presenter, 'MAIL FROM:<alice@example.org>')
  await expect(slot(ann, 'effect')).toContainText('alice@example.org')
  // The step behind the curtain is seen by nobody.
  await presenter.locator('body').press('1')
  await presenter.keyboard.press('ArrowRight')
  await expect(slot(presenter, 'step')).toContainText('Step 2')
  await expect(heading(ann)).toHaveText('Say something')
  await presenter.keyboard.press('ArrowRight')
  await expect(heading(ann)).toHaveText('What comes when?')

  // What the presenter did is nothing that Ann did.
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^2 of/)
  expect(await stored(ann)).toBe(own)
  await board.getByRole('button', { name: 'The class follows you' }).click()
  await shows(ann, 'own')
  await expect(log(ann)).toContainText('ann.example.org')
  await expect(log(ann)).not.toContainText('presenter')
  await judged(ann)
  expect(await stored(ann)).toBe(own)
  await enter(ann, 'MAIL FROM:<alice@example.org>')
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^[34] of/, { timeout: LONG })
  // Nothing was written into the presenter's own progress.
  expect(await stored(presenter)).toBeNull()
})

test('who was away, or comes late, sees the same screen', async ({ browser }) => {
  const board = await boardOf(held, browser)
  const ann = await join(browser, 'Ann')
  const presenter = await present(board)
  await shows(ann, 'following')
  await expectAccessible(ann)
  await expectContrast(ann)
  await ann.context().setOffline(true)
  await expect(bar(ann)).toContainText('No connection', { timeout: LONG })
  await typeBefore(presenter, 'EHLO presenter.example.org')
  const late = await join(browser, 'Late')
  await expect(log(late)).toContainText('EHLO presenter.example.org', { timeout: LONG })
  await ann.context().setOffline(false)
  await expect(log(ann)).toContainText('EHLO presenter.example.org', { timeout: LONG })
  await shows(ann, 'following')
})

/** Bob tries something of his own from the presenter's screen. */
async function branchOff(browser: Browser): Promise<{ board: Page; bob: Page; presenter: Page }> {
  const board = await boardOf(held, browser)
  const bob = await join(browser, 'Bob')
  const presenter = await present(board)
  await typeBefore(presenter, 'EHLO presenter.example.org')
  await shows(bob, 'following')
  await expect(log(bob)).toContainText('presenter.example.org')
  // For a moment what is on its way to one's own work is not taken.
  await expect(slot(bob, 'doing')).not.toHaveAttribute('inert')
  await enter(bob, 'MAIL FROM:<bob@example.net>')
  await shows(bob, 'branch')
  await expect(log(bob)).toContainText('presenter.example.org')
  await expect(log(bob)).toContainText('MAIL FROM:<bob@example.net>')
  return { board, bob, presenter }
}

test('a student branches off by typing, and comes back', async ({ browser }) => {
  const { board, bob, presenter } = await branchOff(browser)
  await expect(rowOf(board, 'Bob')).toContainText('on their own')
  await typeBefore(presenter, 'MAIL FROM:<alice@example.org>')
  await enter(bob, 'RSET')
  await expect(log(bob)).toContainText('RSET')
  await expect(log(bob)).not.toContainText('alice@example.org')
  expect(await stored(bob)).toBeNull()
  await expectAccessible(bob)
  await bar(bob).getByRole('button', { name: 'Back to class' }).click()
  await shows(bob, 'following')
  await expect(log(bob)).toContainText('alice@example.org')
  await expect(log(bob)).not.toContainText('RSET')
  await expect(rowOf(board, 'Bob')).not.toContainText('on their own')
})

test('what is dimmed or blank before the hall is so on the pages that follow, and on no branch', async ({
  browser,
}) => {
  const { presenter, board, bob } = await branchOff(browser)
  const ann = await join(browser, 'Ann')
  await shows(ann, 'following')
  await expect(log(ann)).toContainText('presenter.example.org')
  const light = (page: Page) => page.locator('.spotlight')
  const said = (page: Page) =>
    page
      .getByRole('status')
      .filter({ hasText: /points at|is blank/ })
      .first()

  // The smallest thing under the pointer, wherever it stands on the other screen.
  await presenter.locator('body').press('1')
  await presenter.keyboard.press('s')
  const words = slot(presenter, 'step').locator('.prose p').first()
  await words.hover()
  const there = slot(ann, 'step').locator('.prose p').first()
  await expect
    .poll(async () => {
      const [lit, around] = [await light(ann).boundingBox(), (await there.boundingBox())!]
      return lit !== null && lit.y <= around.y && lit.y + lit.height >= around.y + around.height
    })
    .toBe(true)
  const text = (await there.textContent())!.replace(/\s+/g, ' ').trim().slice(0, 40)
  await expect(said(ann)).toContainText(`Your teacher points at: ${text}`)
  await expect(bar(ann).getByRole('button', { name: 'Try it from here' })).toBeVisible()
  await expectAccessible(ann)

  // A blank screen takes keys as little as it shows; the focus comes back with it.
  const button = slot(ann, 'step').getByRole('button').first()
  await button.focus()
  await presenter.keyboard.press('b')
  await expect(said(ann)).toHaveText(/is blank for now/)
  await expect(light(ann)).toHaveCount(0)
  await expect(ann.locator('#desk')).toHaveAttribute('inert')
  await expect(bar(ann).getByRole('button', { name: 'Try it from here' })).toBeVisible()
  await expectContrast(ann)
  await presenter.keyboard.press('b')
  await expect(ann.locator('#desk')).not.toHaveAttribute('inert')
  await expect(button).toBeFocused()
  await expect(light(ann)).toBeVisible()

  // Who tries something of their own sees it, whatever lies over the hall.
  await expect(light(bob)).toHaveCount(0)
  await presenter.keyboard.press('b')
  await expect(ann.locator('#desk')).toHaveAttribute('inert')
  await expect(bob.locator('#desk')).not.toHaveAttribute('inert')
  await bar(ann).getByRole('button', { name: 'Try it from here' }).click()
  await shows(ann, 'branch')
  await expect(ann.locator('#desk')).not.toHaveAttribute('inert')
  await expect(said(ann)).toHaveCount(0)

  // Who comes back, or comes late, sees what the hall sees.
  await bar(bob).getByRole('button', { name: 'Back to class' }).click()
  await expect(bob.locator('#desk')).toHaveAttribute('inert', { timeout: LONG })
  await board.getByRole('button', { name: 'The class follows you' }).click()
  await shows(bob, 'own')
  await expect(bob.locator('#desk')).not.toHaveAttribute('inert')
})

test('a branch is kept for its tab, beside one’s own work', async ({ browser }) => {
  const { bob } = await branchOff(browser)
  await bob.reload()
  await shows(bob, 'branch')
  await expect(log(bob)).toContainText('bob@example.net')
  await bar(bob).getByRole('button', { name: 'Back to class' }).click()
  await shows(bob, 'following')
  await expect(log(bob)).not.toContainText('bob@example.net')
  await chip(bob).click()
  await sheet(bob).getByRole('button', { name: 'Back to my try' }).click()
  await shows(bob, 'branch')
  await expect(log(bob)).toContainText('bob@example.net')
  await bar(bob).getByRole('button', { name: 'My own work' }).click()
  await shows(bob, 'own')
  await expect(log(bob)).not.toContainText('presenter.example.org')
  expect(await stored(bob)).toBeNull()
})

test('the class goes to another lesson, and who works alone comes when they like', async ({
  browser,
}) => {
  const board = await boardOf(held, browser)
  const [ann, bob] = [await join(browser, 'Ann'), await join(browser, 'Bob')]
  const presenter = await present(board)
  await shows(bob, 'following')
  await chip(bob).click()
  await sheet(bob).getByRole('button', { name: 'Work on my own' }).click()
  await shows(bob, 'own')
  await presenter.goto(presenter.url().replace('speak-smtp', 'reply-codes'))
  await ann.waitForURL('**/lessons/reply-codes/', { timeout: LONG })
  await shows(ann, 'following')
  expect(bob.url()).toContain('speak-smtp')
  await chip(bob).click()
  await expect(sheet(bob)).toContainText('The class is at another step now', { timeout: LONG })
  await sheet(bob).getByRole('button', { name: 'Back to class' }).click()
  await bob.waitForURL('**/lessons/reply-codes/')
  await shows(bob, 'following')
})

test('a session that is played again is seen by who looks, also where the class does not follow', async ({
  browser,
}) => {
  const board = await boardOf(held, browser)
  const ann = await join(browser, 'Ann')
  const presenter = await present(board)
  await board.getByRole('button', { name: 'The class follows you' }).click()
  await typeBefore(presenter, 'EHLO played.example.org')
  await shows(ann, 'own')
  await chip(ann).click()
  await sheet(ann).getByRole('button', { name: 'See the teacher’s screen' }).click()
  await shows(ann, 'following')
  await expect(log(ann)).toContainText('EHLO played.example.org')
  await presenter.locator('h1').first().press('r')
  await expect(log(ann)).not.toContainText('played')
  await expect(log(ann)).toContainText('EHLO played.example.org', { timeout: LONG })
  await bar(ann).getByRole('button', { name: 'My own work' }).click()
  await shows(ann, 'own')
  await expect(log(ann)).not.toContainText('played')
})

test('every page says that one is in a class', async ({ browser }) => {
  const board = await boardOf(held, browser)
  const ann = await join(browser, 'Ann')
  for (const path of ['/', '/skills/', '/glossary/', '/check/']) {
    await ann.goto(new URL(path, held.link).href)
    await connected(ann)
  }
  await expectAccessible(ann)
  await expect(board.getByText('1 of 1 here')).toBeVisible()
  // What is read stays; the way to the class is there.
  const send = board.getByRole('region', { name: 'Send the class to' })
  await send.getByRole('combobox').first().selectOption('reply-codes')
  await send.getByRole('button', { name: 'Send' }).click()
  await chip(ann).click()
  await expect(sheet(ann)).toContainText('The class is at another step now')
  expect(ann.url()).toContain('/check/')
  await sheet(ann).getByRole('button', { name: 'Back to class' }).click()
  await ann.waitForURL('**/lessons/reply-codes/')
  // The home page goes along.
  await connected(ann)
  await ann.goto(new URL('/', held.link).href)
  await connected(ann)
  await send.getByRole('combobox').first().selectOption('speak-smtp')
  await send.getByRole('button', { name: 'Send' }).click()
  await ann.waitForURL('**/lessons/speak-smtp/')
})
