import { expect, test, type Page } from '@playwright/test'
import { textsOf } from '../languages/made-up.ts'
import { englishRooms, roomsOf } from '../languages/stage.ts'
import { hasWord } from '../tools/has-word.ts'
import { expectAccessible } from './helpers/accessible.ts'
import { whole } from './helpers/desk.ts'
import { settle } from './helpers/pages.ts'
import { session } from './helpers/session.ts'
import { log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const textsIn = async (rooms: Promise<ReadonlyMap<string, string>>): Promise<string[]> =>
  [...(await rooms).values()].flatMap(textsOf)
const german = new Set(await textsIn(roomsOf(process.cwd(), 'de')))
const english = new Set(
  (await textsIn(englishRooms(process.cwd()))).filter((text) => hasWord(text) && !german.has(text)),
)

/** Texts of the English interface that a page shows or has read out, but for what says that it is English. */
async function englishOn(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    // What can be chosen is part of a page's text in any case.
    const marked = [...document.querySelectorAll<HTMLElement>('body :is([lang="en"], select)')]
    for (const one of marked) one.style.setProperty('display', 'none', 'important')
    const lines = document.body.innerText.split('\n')
    const said = [...document.body.querySelectorAll('*')]
      .filter((one) => !one.closest('[lang="en"]'))
      .flatMap((one) =>
        ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name)),
      )
    const choices = [...document.querySelectorAll('option:not([lang="en"])')]
    for (const one of marked) one.style.removeProperty('display')
    return [...lines, ...said, ...choices.map(({ textContent }) => textContent)]
  })
  return shown.map((line) => line?.trim() ?? '').filter((line) => english.has(line))
}

/** The link to the page in the other language. */
const other = (page: Page) => page.locator('.masthead [hreflang]')

/** The masthead and what it leads to are called otherwise, so what is typed goes in by what it is. */
async function enter(page: Page, line: string): Promise<void> {
  await whole(page)
  const tab = page.locator('.tab-bar button').nth(1)
  if (await tab.isVisible()) await tab.click()
  const panel = page.locator('[data-panel="terminal"]')
  if (await page.evaluate(() => matchMedia('(pointer: coarse)').matches)) {
    const field = panel.locator('.line-field')
    await field.fill(line)
    return field.press('Enter')
  }
  await panel.locator('.xterm-helper-textarea').focus()
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
}

const pages = ['', 'lessons/speak-smtp/', 'lessons/your-first-spf/', 'sandbox/', 'check/']
const more = ['write/', 'reports/', 'skills/', 'glossary/', 'rules/', 'rules/spf/', 'live/']

for (const path of [...pages, ...more])
  test(`de/${path} is in German, fits, and is quiet`, async ({ page }) => {
    const noted = watch(page)
    await page.goto(`de/${path}`)
    await settle(page)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    expect(await englishOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()!.width,
    )
    if (pages.includes(path)) await expectAccessible(page)
    await expect(page.locator('link[hreflang="en"]')).toHaveCount(1)
    expect(noted).toEqual([])
  })

test('a page leads to itself in the other language, at the same place, and nobody is sent there', async ({
  page,
}) => {
  await page.goto('glossary/#envelope')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(other(page)).toHaveAccessibleName('Deutsch')
  await other(page).click()
  await expect(page).toHaveURL(/\/de\/glossary\/#envelope$/)
  await expect(other(page)).toHaveAccessibleName('English')
  await other(page).click()
  await expect(page).toHaveURL(/:\d+\/glossary\/#envelope$/)
})

test('a lesson that was begun in German goes on in English, and back', async ({ page }) => {
  const noted = watch(page)
  await page.goto('de/')
  await page.locator('[data-lesson="speak-smtp"] a').click()
  await expect(page).toHaveURL(/\/de\/lessons\/speak-smtp\/$/)
  await enter(page, session.hello)
  await expect(page.locator('.dots [data-done="true"]')).toHaveCount(1)
  await enter(page, session.from)
  await expect(log(page)).toContainText(session.from)
  await other(page).click()
  await expect(page).toHaveURL(/:\d+\/lessons\/speak-smtp\/$/)
  await whole(page)
  await expect(page.locator('.dots [data-done="true"]')).toHaveCount(1)
  await expect(log(page)).toContainText(session.from)
  await enter(page, session.to)
  await expect(log(page)).toContainText(session.to)
  await other(page).click()
  await expect(page).toHaveURL(/\/de\/lessons\/speak-smtp\/$/)
  await whole(page)
  await expect(log(page)).toContainText(session.to)
  expect(await englishOn(page)).toEqual([])
  await page.locator('.masthead .mark').click()
  await expect(page).toHaveURL(/\/de\/$/)
  await expect(page.locator('[data-lesson="speak-smtp"]')).toContainText('Schritt')
  expect(noted).toEqual([])
})

test('a lesson without a translation says so, and that its text is English', async ({ page }) => {
  await page.goto('de/lessons/your-first-spf/')
  await whole(page)
  const step = page.locator('.desk:not([data-static]) > [data-slot="step"]')
  await expect(step.locator('h1')).toHaveAttribute('lang', 'en')
  await expect(step.locator('.prose').first()).toHaveAttribute('lang', 'en')
  await expect(step.locator('header .caps')).toContainText('noch nicht auf Deutsch')
  await page.goto('lessons/your-first-spf/')
  await whole(page)
  await expect(page.locator('main [lang]')).toHaveCount(0)
})
