import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { judged, reach, startOver } from './helpers/desk.ts'
import { linkOf } from './helpers/links.ts'
import { terminal } from './helpers/terminal.ts'

const tabs = (page: Page): Locator => terminal(page).getByRole('group', { name: 'Terminals' })
const tab = (page: Page, name: RegExp): Locator => tabs(page).getByRole('button', { name })
const more = (page: Page): Locator =>
  terminal(page).getByRole('button', { name: 'Another terminal, on a host' })
/** One of several, by its number from 2 on. */
const other = (page: Page, number: number): Locator =>
  terminal(page).locator(`.other[data-terminal="${number}"]`)
const first = (page: Page): Locator => terminal(page).locator('.panel-body')
const logOf = (place: Locator): Locator => place.locator(':scope > [role="log"]')

async function openOn(page: Page, host: string): Promise<void> {
  await more(page).click()
  await page
    .getByRole('dialog', { name: 'Another terminal on' })
    .getByRole('button', { name: host })
    .click()
}

/** Types a line into a terminal that is shown, as the device does. */
async function enterIn(page: Page, place: Locator, line: string): Promise<void> {
  if (await page.evaluate(() => matchMedia('(pointer: coarse)').matches)) {
    await place.locator(':scope > .line').getByLabel('Line for the terminal').fill(line)
    await place.locator(':scope > .line').getByRole('button', { name: 'Enter' }).click()
    return
  }
  await place.locator(':scope > .terminal-screen .xterm-helper-textarea').focus()
  await page.keyboard.type(`${line}\n`)
}

test('a server’s log in one terminal shows what another one sends', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'terminal')
  await openOn(page, 'mail.example.org')
  await expect(tab(page, /^2 mail\.example\.org/)).toHaveAttribute('aria-pressed', 'true')
  await enterIn(page, other(page, 2), 'tail -f /var/log/mail.log')
  await expect(logOf(other(page, 2))).toContainText('tail -f')
  await expectAccessible(page)

  await tab(page, /^1 desk/).click()
  await enterIn(
    page,
    first(page),
    'swaks -t alice@example.org -f bob@example.net -s mail.example.org',
  )
  await expect(logOf(first(page))).toContainText('Message accepted')
  // What is hidden says that it has something new, with a mark and for a screen reader.
  await expect(tab(page, /^2 .*new output/)).toBeVisible()
  await expect(
    terminal(page).getByText('New output in terminal 2, mail.example.org.'),
  ).toHaveAttribute('role', 'status')

  await tab(page, /^2 /).click()
  await expect(logOf(other(page, 2))).toContainText('connect from desk.example.org')
  await expect(logOf(other(page, 2))).toContainText('to=<alice@example.org>')
  await expect(page.getByRole('group', { name: 'Terminal 2, mail.example.org' })).toBeVisible()
  await expect(tab(page, /new output/)).toHaveCount(0)
})

test('several terminals are there again after a reload, and end with their tabs', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await reach(page, 'terminal')
  await openOn(page, 'mx.example.net')
  await enterIn(page, other(page, 2), 'ssh out.news.example')
  // The tab follows the prompt.
  await expect(tab(page, /^2 out\.news\.example/)).toBeVisible()
  await openOn(page, 'desk.example.org')
  await enterIn(page, other(page, 3), 'cd zones')
  await expect(logOf(other(page, 3))).toContainText('cd zones')
  await judged(page)
  await page.reload()
  await reach(page, 'terminal')
  await tab(page, /^3 desk/).click()
  await enterIn(page, other(page, 3), 'pwd')
  await expect(logOf(other(page, 3))).toContainText('/home/you/zones')

  await tabs(page).getByRole('button', { name: 'Close terminal 3, desk.example.org' }).click()
  await expect(tab(page, /^3 /)).toHaveCount(0)
  await startOver(page)
  await reach(page, 'terminal')
  await expect(tabs(page)).toHaveCount(0)
})

test('Shift and an arrow go from terminal to terminal', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keys')
  await page.goto('sandbox/')
  await reach(page, 'terminal')
  await openOn(page, 'mx.example.net')
  await expect(tab(page, /^2 /)).toHaveAttribute('aria-pressed', 'true')
  await expect(other(page, 2).locator('.xterm-helper-textarea')).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(tab(page, /^1 /)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('whoami\n')
  await expect(logOf(first(page))).toContainText('on desk.example.org')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.type('whoami\n')
  await expect(logOf(other(page, 2))).toContainText('on mx.example.net')
})

/** Whatever waits for a frame to be drawn is drawn. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let left = 20; left > 0; left--)
      await new Promise((resolve) => requestAnimationFrame(resolve))
  })

test('marks that were drawn out of sight stand at their rows', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keys')
  await page.goto('sandbox/')
  await reach(page, 'terminal')
  await openOn(page, 'mx.example.net')
  await expect(other(page, 2).locator('.xterm-helper-textarea')).toBeFocused()
  await page.keyboard.type('whoami\n')
  await expect(logOf(other(page, 2))).toContainText('on mx.example.net')
  await drawn(page)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(tab(page, /^1 /)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('swaks --to bob@example.test --server mx.example.net\n')
  await expect(logOf(first(page))).toContainText('Connection closed')
  await drawn(page)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(tab(page, /^2 /)).toHaveAttribute('aria-pressed', 'true')
  const marks = other(page, 2).locator('.terminal-marks .mark')
  await expect.poll(() => marks.count()).toBeGreaterThan(1)
  await drawn(page)
  const heights = await marks.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().height),
  )
  expect(Math.min(...heights)).toBeGreaterThan(9)
})

test('a lesson has one terminal, unless it is shown to a hall', async ({ page, isMobile }) => {
  test.skip(isMobile, 'nobody presents with a phone')
  await page.goto('lessons/speak-smtp/')
  await reach(page, 'terminal')
  await expect(terminal(page).getByRole('button', { name: 'Copy' })).toBeVisible()
  await expect(more(page)).toHaveCount(0)
  await page.goto('lessons/speak-smtp/?present')
  const bar = page.getByRole('toolbar', { name: 'Presenting' })
  await bar.getByRole('button', { name: '2 Do' }).click()
  await expect(more(page)).toBeVisible()
  await openOn(page, 'mx.example.net')
  await expect(tab(page, /^2 mx\.example\.net/)).toBeVisible()
})

test('a link opens all terminals, the one in front as well', async ({ page, context }) => {
  await page.goto('sandbox/')
  await reach(page, 'terminal')
  await openOn(page, 'mail.example.org')
  await enterIn(page, other(page, 2), 'whoami')
  await openOn(page, 'mx.example.net')
  await enterIn(page, other(page, 3), 'nc mail.example.org 25')
  await expect(logOf(other(page, 3))).toContainText('220 mail.example.org')
  await tab(page, /^2 /).click()
  await judged(page)
  const link = await linkOf(page)

  const reader = await context.newPage()
  await reader.goto(link)
  await reach(reader, 'terminal')
  await expect(tab(reader, /^2 mail/)).toHaveAttribute('aria-pressed', 'true')
  await expect(logOf(other(reader, 2))).toContainText('on mail.example.org')
  await tab(reader, /^3 mx/).click()
  await expect(logOf(other(reader, 3))).toContainText('220 mail.example.org')
})
