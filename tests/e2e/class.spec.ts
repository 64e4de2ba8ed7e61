import { networkInterfaces } from 'node:os'
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
import { judged, show, slot } from './helpers/desk.ts'
import { enter, log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'
import { rewriteZone } from './helpers/zone.ts'

let held: TestClass
test.beforeEach(async () => {
  held = await startClass('--lesson', 'speak-smtp')
})
test.afterEach(() => held.stop())

const openBoard = (browser: Browser): Promise<Page> => boardOf(held, browser)
const join = (page: Page, name: string): Promise<Page> => joinClass(held, page, name)

test('goals, mistakes and who is here are on the board', async ({ browser }) => {
  const board = await openBoard(browser)
  const noted = watch(board)
  await expect(board.getByText('No student has joined yet')).toBeVisible()
  const ann = await join(await ownPage(browser), 'Ann')
  const other = await join(await ownPage(browser), '')
  await expect(board.getByText('2 of 2 here')).toBeVisible()
  await expect(rowOf(board, 'Learner 2')).toBeVisible()
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^0 of/)
  await enter(ann, 'EHLO desk.example.org')
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^2 of/)
  await expect(dotsOf(board, 'Learner 2')).toHaveAccessibleName(/^0 of/)
  await enter(ann, 'MAIL TO:<bob@example.net>')
  const common = board.getByRole('region', { name: 'Commonest mistakes' })
  await expect(common).toContainText('MAIL TO:<bob@example.net>')
  await expect(common).toContainText('1 student, 1 time')
  await expect(common).not.toContainText('Ann')
  await rowOf(board, 'Ann').getByRole('button').first().click()
  await expect(rowOf(board, 'Ann')).toContainText('MAIL TO:<bob@example.net>')
  await expectAccessible(board)
  await board.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(board)
  await other.close()
  await expect(board.getByText('1 of 2 here')).toBeVisible()
  await rowOf(board, 'Learner 2').getByRole('button').first().click()
  await board.getByRole('button', { name: 'Remove from the class' }).last().click()
  await expect(board.getByText('1 of 1 here')).toBeVisible()
  expect(noted).toEqual([])
})

const zone = `$TTL 3600
@    IN SOA ns.example.org. hostmaster.example.org. 1 7200 900 1209600 300
@    IN NS  ns
@    IN TXT "v=spf1 ip4:192.0.2.10"
ns   IN A   192.0.2.53
`

test('what holds in a lesson from the first is nobody’s work', async ({ browser }) => {
  await held.stop()
  held = await startClass('--lesson', 'your-first-spf')
  const board = await openBoard(browser)
  const ann = await join(await ownPage(browser), 'Ann')
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^0 of/)
  await ann.reload()
  await judged(ann)
  await rewriteZone(ann, zone)
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^1 of/)
})

test('a question is asked, answered by keyboard, changed, closed and shown', async ({
  browser,
}) => {
  const board = await openBoard(browser)
  const ann = await join(await ownPage(browser), 'Ann')
  const bob = await join(await ownPage(browser), 'Bob')
  await board.getByLabel('The question').fill('What does `354` ask for?')
  await board.getByLabel('Choice 1').fill('The message')
  await board.getByLabel('Choice 2').fill('<b>The envelope</b>')
  await board.getByRole('radio', { name: 'right' }).first().check()
  await board.getByRole('button', { name: 'Ask the class' }).click()
  await expect(sheet(ann)).toContainText('What does 354 ask for?')
  await expectAccessible(ann)
  // It takes no focus from the hand that types; a key leads to it.
  await ann.keyboard.press('Alt+k')
  await expect(sheet(ann)).toBeFocused()
  await ann.keyboard.press('Tab')
  await ann.keyboard.press('Tab')
  await ann.keyboard.press('ArrowDown')
  await ann.keyboard.press('Enter')
  await expect(sheet(ann)).toContainText('Your answer is in')
  const question = board.getByRole('region', { name: 'Question' })
  await expect(question).toContainText('1 of 2 answered')
  await expect(question.locator('.count')).toHaveText(['0', '1'])
  await sheet(bob).getByLabel('The message').check()
  await sheet(bob).getByRole('button', { name: 'Answer' }).click()
  await sheet(ann).getByRole('button', { name: 'Change my answer' }).click()
  await sheet(ann).getByLabel('The message').check()
  await sheet(ann).getByRole('button', { name: 'Answer' }).click()
  await expect(question.locator('.count')).toHaveText(['2', '0'])
  await question.getByRole('button', { name: 'Close it' }).click()
  await expect(sheet(ann)).toContainText('The question is closed')
  await expect(sheet(ann)).not.toContainText('of 2')
  await question.getByRole('button', { name: 'Show what is right' }).click()
  await expect(sheet(ann).locator('.right')).toContainText('The message')
  await expect(sheet(ann).locator('.right')).toContainText('2 of 2')
  await expect(sheet(bob)).toContainText('<b>The envelope</b>')
  await ann.keyboard.press('Escape')
  await expect(sheet(ann)).toBeHidden()
})

test('a prediction of the lesson is asked of all', async ({ browser }) => {
  const board = await openBoard(browser)
  const ann = await join(await ownPage(browser), 'Ann')
  await board.getByLabel('Take it from the lesson').selectOption({
    label: 'You name the recipient, and nobody has named the sender. What does the server answer?',
  })
  await board.getByRole('button', { name: 'Ask the class' }).click()
  await expect(sheet(ann)).toContainText('What does the server answer?')
})

test('without a connection the lesson goes on, and what was done is on the board afterwards', async ({
  browser,
}) => {
  const board = await openBoard(browser)
  const ann = await join(await ownPage(browser), 'Ann')
  await enter(ann, 'EHLO desk.example.org')
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^2 of/)
  await ann.context().setOffline(true)
  await enter(ann, 'MAIL FROM:<alice@example.org>')
  await expect(slot(ann, 'effect')).toContainText('alice@example.org')
  await expect(chip(ann)).toHaveAttribute('data-link', 'lost', { timeout: LONG })
  await expect(board.getByText('0 of 1 here')).toBeVisible({ timeout: LONG })
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^2 of/)
  await board.getByLabel('The question').fill('Are you there?')
  await board.getByLabel('Choice 1').fill('Yes')
  await board.getByLabel('Choice 2').fill('No')
  await board.getByRole('button', { name: 'Ask the class' }).click()
  await ann.context().setOffline(false)
  await connected(ann)
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^[34] of/, { timeout: LONG })
  await expect(sheet(ann)).toContainText('Are you there?')
})

test('a reload goes on in the class; its end is said, and the lesson stays', async ({
  browser,
}) => {
  const board = await openBoard(browser)
  const ann = await join(await ownPage(browser), 'Ann')
  await enter(ann, 'EHLO desk.example.org')
  await expect(dotsOf(board, 'Ann')).toHaveAccessibleName(/^2 of/)
  await ann.reload()
  await connected(ann)
  await expect(board.getByText('1 of 1 here')).toBeVisible()
  await held.stop()
  await expect(chip(ann)).toHaveAttribute('data-link', 'over')
  await enter(ann, 'MAIL FROM:<alice@example.org>')
  await expect(log(ann)).toContainText('MAIL FROM')
})

test('the wall has the link, large, and no names; a code may be typed', async ({
  browser,
  page,
}) => {
  const board = await openBoard(browser)
  await page.goto(held.link.replace(/#.*/, ''))
  await page.getByLabel('The code of the class').fill('nnnnnn')
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('status')).toHaveText('There is no class with this code.')
  await page.getByLabel('The code of the class').fill(held.code.toUpperCase())
  await page.getByLabel('A name for the board').fill('Ann')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL('**/lessons/speak-smtp/')
  await connected(page)
  await board.locator('body').press('w')
  await expect(board.getByRole('img', { name: 'QR code' })).toBeInViewport({ ratio: 1 })
  await expect(board.locator('.wall')).toContainText(held.code)
  await expect(board.locator('.wall')).toContainText('1 here now')
  await expect(board.locator('.wall')).not.toContainText('Ann')
  await expectAccessible(board)
  await board.keyboard.press('Escape')
  await expect(rowOf(board, 'Ann')).toBeVisible()
})

test('where no class is held its pages say how to open one', async ({ page }) => {
  const noted = watch(page)
  for (const path of ['class/', 'class/board/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'No class is held here' })).toBeVisible()
    await expectAccessible(page)
  }
  expect(noted).toEqual([])
})

test('over the local network, where browsers have no WebCrypto, messages are signed and verified', async ({
  browser,
}) => {
  const own = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)
  test.skip(!own, 'this machine has no address but its own')
  const open = await startClass('--host', own!.address, '--lesson', 'dkim-anatomy')
  try {
    const page = await ownPage(browser)
    await page.goto(open.link)
    await page.getByRole('button', { name: 'Join' }).click()
    await page.waitForURL('**/lessons/dkim-anatomy/')
    expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(false)
    await connected(page)
    await show(page, 'effect')
    await expect(slot(page, 'effect')).toContainText('DKIM pass', { timeout: LONG })
  } finally {
    await open.stop()
  }
})
