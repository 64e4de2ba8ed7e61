import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { settle } from './helpers/pages.ts'
import { watch } from './helpers/watch.ts'

const card = (page: Page) => page.locator('.term-card')
const word = (page: Page, id: string) =>
  page.locator(`.desk .prose a[href$="glossary/#${id}"]`).first()

/** Where the parts of the step are: a card may not move them. */
const places = (page: Page) =>
  page
    .locator('[data-slot="step"] :is(h2, p, button)')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))

async function openLesson(page: Page): Promise<void> {
  const cards = page.waitForResponse(/later-.*\.css/)
  await page.goto('lessons/speak-smtp/')
  await settle(page)
  await cards
}

test('a term opens its card by the keyboard, and nothing moves', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no Tab')
  const noted = watch(page)
  await openLesson(page)
  const before = await places(page)
  await page.keyboard.press('Tab')
  await word(page, 'mail-program').focus()
  await expect(card(page)).toBeVisible()
  await expect(card(page)).toContainText('It speaks to its own server only.')
  await expect(word(page, 'mail-program')).toHaveAttribute('aria-describedby', 'term-card-text')
  expect(await places(page)).toEqual(before)
  await page.keyboard.press('Enter')
  await expect(card(page)).toBeFocused()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expect(word(page, 'mail-program')).toBeFocused()
  expect(noted).toEqual([])
})

test('a term opens its card by a pointer that rests, or by a tap', async ({ page, isMobile }) => {
  await openLesson(page)
  if (isMobile) await word(page, 'mail-program').tap()
  else await word(page, 'mail-program').hover()
  await expect(card(page)).toBeInViewport({ ratio: 1 })
  await expect(page).toHaveURL(/speak-smtp\/$/)
  if (isMobile) {
    await page.locator('[data-slot="step"] h2').tap()
    await expect(card(page)).toBeHidden()
    return
  }
  await card(page).getByRole('link', { name: 'In the glossary' }).click()
  await expect(page).toHaveURL(/glossary\/#mail-program$/)
  await expect(page.locator('#mail-program')).toBeInViewport()
})

test('words of goals and hints lead to the glossary, and follow what is shown', async ({
  page,
}) => {
  const noted = watch(page)
  const terms = page.waitForResponse(/your-first-spf\/terms\.json/)
  await page.goto('lessons/your-first-spf/')
  await settle(page)
  const marks = await (await terms).json()
  const links = page.locator(':is(.goals, .ladder) a[href*="glossary/#"]')
  const stepsWithTerms = Object.keys(marks as object)
  expect(stepsWithTerms.length).toBeGreaterThan(0)
  const dots = page.getByRole('navigation', { name: 'Steps' }).getByRole('button')
  const hint = page.locator('.nav .hint').getByRole('button').or(page.locator('.nav button.hint'))
  for (let at = 0; at < (await dots.count()); at++) {
    await dots.nth(at).click()
    for (let rung = 0; rung < 3 && (await hint.count()); rung++) await hint.first().click()
    if (await links.count()) break
  }
  await expect(links.first()).toBeVisible()
  await links.first().focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(card(page)).toBeVisible()
  await expectAccessible(page)
  // Of another step nothing is left behind.
  const before = await page.locator('.goals').allTextContents()
  await dots.last().click()
  await dots.first().click()
  expect(before.join('')).not.toBe('')
  expect(noted).toEqual([])
})

test('where the cards cannot be fetched, a term leads to the glossary', async ({ page }) => {
  await page.route('**/terms.json', (route) => route.abort())
  await openLesson(page)
  await word(page, 'mail-program').click()
  await expect(page).toHaveURL(/glossary\/#mail-program$/)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('terms lead to the glossary, and from there to lessons', async ({ page }) => {
    await page.goto('lessons/speak-smtp/')
    await word(page, 'mail-program').click()
    await expect(page.locator('#mail-program')).toBeInViewport()
    await page.locator('#mail-program').getByRole('link', { name: 'Press Send' }).click()
    await expect(page).toHaveURL(/lessons\/press-send\/$/)
  })
})
