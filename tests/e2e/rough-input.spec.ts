import { expect, test, type Page } from '@playwright/test'
import { show } from './helpers/desk.ts'
import { session, untilData } from './helpers/session.ts'
import { enter, enterAll, log, paste, screen } from './helpers/terminal.ts'
import { rewriteZone, zonePanel } from './helpers/zone.ts'
import { watch } from './helpers/watch.ts'

const lesson = 'lessons/speak-smtp/'
/** Its terminal opens with a prompt. */
const sandbox = 'sandbox/'
const megabyte = 'nothing to see here, move along\n'.repeat(32_768)

// A trace copies the whole page at each step, which is long here.
test.use({ trace: 'off' })
test.slow()

const firstFinding = (page: Page) =>
  zonePanel(page)
    .getByRole('group', { name: / in line 1$/ })
    .first()

const problemCount = (page: Page) =>
  zonePanel(page)
    .locator('header')
    .getByRole('button', { name: /\d+ problems/ })

/** The page still takes a line and answers it. */
async function expectAnswer(page: Page): Promise<void> {
  await enter(page, 'echo still here')
  await expect(log(page).locator('[data-who="program"]').last()).toHaveText(/still here$/, {
    timeout: 10_000,
  })
}

/** Something else on the page answers at once. */
async function toggleTheme(page: Page): Promise<void> {
  await page.getByRole('button', { name: /auto/ }).click({ timeout: 3000 })
  await expect(page.getByRole('button', { name: /day/ })).toBeVisible({ timeout: 3000 })
}

test.describe('pasted into the terminal', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone pastes into a line of its own')

  test('a megabyte at the prompt stops at Control C, and the page goes on', async ({ page }) => {
    const noted = watch(page)
    await page.goto(sandbox)
    await paste(page, megabyte)
    await toggleTheme(page)
    await screen(page).press('Control+c')
    await expectAnswer(page)
    expect(noted).toEqual([])
  })

  test('a megabyte in a message is too much for the server, which reports it, and the page goes on', async ({
    page,
  }) => {
    const noted = watch(page)
    await page.goto(lesson)
    await enterAll(page, untilData)
    await expect(log(page)).toContainText('354 ')
    await paste(page, megabyte)
    await toggleTheme(page)
    await enter(page, '.')
    await expect(log(page)).toContainText('552 ', { timeout: 25_000 })
    await enter(page, 'QUIT')
    await expectAnswer(page)
    expect(noted).toEqual([])
  })

  test('control characters, emoji and bare line feeds are text like any other', async ({
    page,
  }) => {
    const noted = watch(page)
    await page.goto(sandbox)
    await paste(
      page,
      'echo \x00\x07\x1b[31mred\x1b]0;title\x07 \u202E🧑‍🚀 é\ud83d\necho two\necho three\r\n',
    )
    await expect(log(page)).toContainText('three')
    await expectAnswer(page)
    await enter(page, 'nc mx.example.net 25')
    await paste(page, `\x1b[2J\x9b2J🧑‍🚀\n${session.hello}\n`)
    await expect(log(page)).toContainText('250 HELP')
    expect(noted).toEqual([])
  })
})

test('a line of emoji and control characters is sent as it is', async ({ page }) => {
  const noted = watch(page)
  await page.goto(lesson)
  await enter(page, 'EHLO 🧑‍🚀 é')
  await expect(log(page).locator('[data-who="server"]').last()).toContainText(/5\d\d /)
  await enter(page, session.hello)
  await expect(log(page)).toContainText('250 HELP')
  expect(noted).toEqual([])
})

test('300 KB of garbage in a zone is kept, and its problems show where they are', async ({
  page,
}) => {
  const noted = watch(page)
  const garbage = `🧑‍🚀 \x01 é\n${'<script>alert(1)</script> "( \\999 ;(\n'.repeat(8300)}`
  await page.goto('lessons/your-first-spf/')
  await rewriteZone(page, garbage)
  // The caret is at the end of it; the count leads to the first.
  await problemCount(page).click({ timeout: 30_000 })
  await expect(firstFinding(page)).toBeVisible({ timeout: 30_000 })
  await page.reload()
  await show(page, 'doing')
  await expect(firstFinding(page)).toBeVisible({ timeout: 30_000 })
  const kept = await page.evaluate(
    () =>
      (
        JSON.parse(localStorage.getItem('helo-world/lesson/your-first-spf')!) as {
          zones: Record<string, string>
        }
      ).zones['example.org'],
  )
  expect(kept).toBe(garbage)
  expect(noted).toEqual([])
})
