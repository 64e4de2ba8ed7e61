import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { goToStep, judged, openWork, slot } from './helpers/desk.ts'
import { untilData } from './helpers/session.ts'
import { enterAll, screen, terminal } from './helpers/terminal.ts'

const smtp = 'lessons/speak-smtp/'
const key = 'helo-world/lesson/speak-smtp'

test.skip(({ isMobile }) => isMobile, 'a phone has no projector')

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Presenting' })
const heading = (page: Page) => slot(page, 'step').getByRole('heading', { level: 2 })
/** Whether its part is shown or not. */
const log = (page: Page) => terminal(page).locator('[role="log"]')
const stored = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key)

const isDark = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body, '::after').position === 'fixed')

/** Once the page is idle, the key is known. */
async function present(page: Page, press = 'P'): Promise<void> {
  await judged(page)
  // Before that, the terminal takes what is typed nowhere.
  await expect(page.getByRole('button', { name: 'Lessons' })).toBeVisible()
  await expect(async () => {
    // Pressed again it would end what is only on its way.
    const isOn = (await page.locator('html[data-present]').count()) > 0
    if (!isOn) await page.keyboard.press(press)
    await expect(bar(page)).toBeVisible({ timeout: 2000 })
  }).toPass()
}

test('P shows one part, large, and the keys move through it until Escape', async ({ page }) => {
  await page.goto(smtp)
  await present(page)
  await expect(page.locator('html')).toHaveAttribute('data-present')
  await expect(slot(page, 'step')).toBeVisible()
  await expect(slot(page, 'doing')).toBeHidden()
  await page.keyboard.press('2')
  await expect(slot(page, 'doing')).toBeVisible()
  await expect(slot(page, 'step')).toBeHidden()
  await page.keyboard.press('1')
  await expectAccessible(page)

  await expect(heading(page)).toHaveText('Say something')
  await page.keyboard.press('ArrowRight')
  await expect(slot(page, 'step')).toContainText('Step 2')
  await expect(slot(page, 'step')).not.toContainText('What comes when?')
  // A remote control has the keys for pages.
  await page.keyboard.press('PageDown')
  await expect(heading(page)).toHaveText('What comes when?')
  await page.keyboard.press('PageUp')
  await expect(heading(page)).toHaveText('Say something')

  await page.keyboard.press('b')
  await expect(page.getByText('The screen is blank.')).toBeAttached()
  expect(await isDark(page)).toBe(true)
  await page.keyboard.press('Escape')
  expect(await isDark(page)).toBe(false)
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(slot(page, 'doing')).toBeVisible()
  await expect(page).toHaveURL(/speak-smtp\/$/)
})

test('keys that are typed into the terminal stay there', async ({ page }) => {
  await page.goto(smtp)
  await present(page)
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect(screen(page)).toBeFocused()
  await page.keyboard.type('NOOP 1 P s')
  await page.keyboard.press('Enter')
  await expect(log(page)).toContainText('NOOP 1 P s')
  await expect(slot(page, 'doing')).toBeVisible()
  await expect(page.locator('.spotlight')).toHaveCount(0)
})

test('what is done before a hall is nothing of one’s own', async ({ page }) => {
  await page.goto(smtp)
  await enterAll(page, ['EHLO laptop.example.org'])
  await judged(page)
  await goToStep(page, 2)
  await expect.poll(() => stored(page)).toContain('laptop')
  await expect.poll(() => stored(page)).toContain('"step":"plan"')
  const own = await stored(page)
  await slot(page, 'step').locator('h1').click()
  await present(page)
  await page.keyboard.press('2')
  await enterAll(page, untilData)
  await expect(log(page)).toContainText('354')
  await judged(page)
  expect(await stored(page)).toBe(own)
  // A page that is loaded again goes on presenting.
  await page.reload()
  await expect(bar(page)).toBeVisible({ timeout: 20_000 })
  await expect(log(page)).toContainText('354')
  expect(await stored(page)).toBe(own)
  await bar(page)
    .getByRole('button', { name: /^Leave/ })
    .click()
  await expect(bar(page)).toHaveCount(0)
  await judged(page)
  await expect(log(page)).not.toContainText('354')
  await expect(log(page)).toContainText('laptop')
  await expect(heading(page)).toHaveText('What comes when?')
  await page.reload()
  await judged(page)
  await expect(log(page)).toContainText('laptop')
  await expect(log(page)).not.toContainText('354')
})

test('a session is played again at talking pace, and stops when it should', async ({ page }) => {
  await page.goto(smtp)
  await enterAll(page, untilData.slice(0, 3))
  await judged(page)
  await slot(page, 'step').locator('h1').click()
  await present(page)
  await page.keyboard.press('r')
  await expect(bar(page)).toContainText('Line 0 of 3')
  // All of the bar is in the window, the way out too.
  await expect(bar(page).getByRole('button', { name: /^Leave/ })).toBeInViewport({ ratio: 1 })
  await expect(log(page)).not.toContainText('EHLO desk')
  await page.keyboard.press(' ')
  await expect(bar(page).getByRole('button', { name: /^Go on/ })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(bar(page)).toContainText('Line 1 of 3')
  await expect(log(page)).toContainText('EHLO desk.example.org')
  await expect(log(page)).not.toContainText('MAIL FROM:')
  await page.keyboard.press('ArrowRight')
  await expect(bar(page)).toContainText('Line 2 of 3')
  await page.keyboard.press(' ')
  // Typed key by key, and then it is over.
  await expect(log(page)).toContainText('RCPT TO:<bob@example.net>', { timeout: 15_000 })
  await expect(bar(page)).not.toContainText('Line', { timeout: 15_000 })
})

test('the spotlight dims everything but what is pointed at', async ({ page }) => {
  await page.goto(smtp)
  await present(page)
  await page.keyboard.press('s')
  const light = page.locator('.spotlight')
  await expect(light).toBeVisible()
  const text = slot(page, 'step').locator('.prose p').first()
  await text.hover()
  const around = (await text.boundingBox())!
  await expect
    .poll(async () => (await light.boundingBox())!.height)
    .toBeLessThan(around.height + 40)
  const before = (await light.boundingBox())!.y
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await light.boundingBox())!.y).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await expect(light).toHaveCount(0)
})

test('notes and the next step are in a second window, which moves the first', async ({ page }) => {
  await page.goto(smtp)
  await enterAll(page, ['EHLO prepared.example.org'])
  await judged(page)
  await openWork(page)
  await page.getByRole('button', { name: 'Share a link' }).click()
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue()
  await page.keyboard.press('Escape')
  await page.goto('./')
  await page.goto(`${smtp}?present`)
  await expect(bar(page)).toBeVisible({ timeout: 20_000 })
  // It begins at the start, whatever was done.
  await expect(log(page)).not.toContainText('prepared')
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')])
  await expect(notes.getByRole('heading', { name: 'Next: 2 · What comes when?' })).toBeVisible()
  await expect(notes.getByRole('timer')).toHaveText(/^0:0\d/)
  await expectAccessible(notes)
  await notes.getByRole('button', { name: /^Next step/ }).click()
  await expect(slot(page, 'step')).toContainText('Step 2')
  await expect(notes.getByText('hidden still')).toBeVisible()
  await notes.getByRole('button', { name: /^Show the step/ }).click()
  await expect(heading(page)).toHaveText('What comes when?')
  await notes.keyboard.press('2')
  await expect(slot(page, 'doing')).toBeVisible()

  await notes.getByLabel('Link').fill('https://example.org/')
  await notes.getByRole('button', { name: 'Keep it ready' }).click()
  await expect(notes.getByText('This is no link to a state')).toBeVisible()
  await notes.getByLabel('Link').fill(link)
  await notes.getByLabel('Name').fill('Greeted')
  await notes.getByRole('button', { name: 'Keep it ready' }).click()
  await notes.getByRole('button', { name: 'Greeted', exact: true }).click()
  await expect(log(page)).toContainText('EHLO prepared.example.org')
  await notes.reload()
  await expect(notes.getByRole('button', { name: 'Greeted', exact: true })).toBeEnabled()

  await page.keyboard.press('Escape')
  await expect(notes.getByText('No window presents this lesson now.')).toBeVisible()
})

test('a link is presented as it is', async ({ page }) => {
  await page.goto('present/?lesson=no-such')
  await expect(page.getByRole('alert')).toContainText('There is no such lesson')
  await page.goto('present/?lesson=../../x')
  await expect(page.getByRole('alert')).toContainText('There is no such lesson')
})
