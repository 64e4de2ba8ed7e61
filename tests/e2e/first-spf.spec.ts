import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { expectDone, metGoals, targetedHint } from './helpers/goals.ts'
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
} from './helpers/zone.ts'

const lesson = 'lessons/your-first-spf/'
const start = lessonFile('your-first-spf', 'zones/example.org.zone')
const solution = lessonFile('your-first-spf', 'solution/example.org.zone')
const record = solution.trimEnd().split('\n').at(-1)!
const senders = (page: Page) => page.locator('[data-panel="senders"]')
const sender = (page: Page, name: string) =>
  senders(page).locator('li[data-good]').filter({ hasText: name })

test.describe('in the larger editor', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone keeps the plain field')

  test('the lesson is done key by key, and what was typed before the hand-over stays', async ({
    page,
  }) => {
    const noted = watch(page)
    let release = () => {}
    const typed = new Promise<void>((done) => (release = done))
    // The larger editor's own chunk; it comes when half of the record stands in the plain field.
    await page.route('**/assets/open-*.js', async (route) => {
      await typed
      await route.continue()
    })
    await page.goto(lesson)
    await plainField(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' ip4:192.0.2.10 -all"')
    for (let back = 0; back < ' ip4:192.0.2.10 -all"'.length; back++)
      await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('@ IN TXT "v=spf1')
    await expect(sender(page, 'Your mail server')).toContainText('pass')
    await expect(senders(page)).toContainText('3 of 5 as they should be')
    await expect(plainField(page)).toBeFocused()
    release()
    await waitForEditor(page)
    await page.keyboard.type(' ip4:192.0.2.80')
    await expect(lines(page)).toContainText('v=spf1 ip4:192.0.2.80 ip4:192.0.2.10 -all')
    await expect(sender(page, 'Your web shop')).toContainText('✓ as it should be')
    await expect(targetedHint(page)).toContainText('Your newsletter is refused')
    await page.keyboard.type(' include:spf.newsletter.example.net')
    await expect(senders(page)).toContainText('5 of 5 as they should be')
    await expectDone(page)
    await expectAccessible(page)
    expect(noted).toEqual([])
  })

  test('a mistake is underlined, explained with its section, and fixed in two ways', async ({
    page,
  }) => {
    const noted = watch(page)
    await page.goto(lesson)
    await rewriteZone(page, `${start}@ IN TXT "v=spf1 ip:192.0.2.10 -all"\n`)
    await expect(squiggle(page).first()).toBeAttached()
    const problem = problems(page).getByRole('listitem').first()
    await expect(problem).toContainText('RFC 7208 §')

    const mark = (await squiggle(page).first().boundingBox())!
    await page.mouse.move(mark.x + mark.width / 2, mark.y + 4)
    await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText(['RFC 7208 §'])

    await problem.locator('.fixes button').first().click()
    await expect(lines(page)).toContainText('ip4:192.0.2.10')
    await expect(metGoals(page)).not.toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(squiggle(page).first()).toBeAttached()

    await problem.getByRole('button', { name: /line \d+/ }).click()
    await page.keyboard.press('ControlOrMeta+.')
    await expect(page.locator('.action-widget', { hasText: 'ip4:' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(lines(page)).toContainText('ip4:192.0.2.10')
    await expect(squiggle(page)).toHaveCount(0)
    expect(noted).toEqual([])
  })

  test('what may stand there is offered, and taken with Enter', async ({ page }) => {
    await page.goto(lesson)
    await waitForEditor(page)
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type('@ IN TXT "v=spf1 inc')
    const offers = page.locator('.suggest-widget')
    await expect(offers).toContainText('include')
    await page.keyboard.press('Enter')
    await expect(lines(page)).toContainText('"v=spf1 include:')
  })

  test('Tab leaves the editor', async ({ page }) => {
    await page.goto(lesson)
    await waitForEditor(page)
    await focusEditor(page)
    await page.keyboard.press('Tab')
    await expect(page.locator('.monaco-editor.focused')).toHaveCount(0)
  })
})

test.describe('in the plain field', () => {
  test.skip(({ isMobile }) => !isMobile, 'a laptop gets the larger editor')

  test('the lesson is done with the same marks, fixes and verdicts', async ({ page }) => {
    const noted = watch(page)
    await page.goto(lesson)
    await plainField(page).fill(`${start}@ IN TXT "v=spf1 ip:192.0.2.10 -all"\n`)
    await expect(page.locator('[data-panel="zone"] pre [data-severity="error"]')).toHaveText('ip')
    await expect(targetedHint(page)).toContainText('a word in your record that SPF does not know')
    await problems(page).locator('.fixes button').first().tap()
    await expect(plainField(page)).toHaveValue(/ip4:192\.0\.2\.10/)
    await expect(senders(page)).toContainText('3 of 5 as they should be')
    await plainField(page).fill(`${start}${record}\n`)
    await expect(problems(page)).toContainText('No problems')
    await expectDone(page)
    await expectAccessible(page)
    expect(noted).toEqual([])
  })
})

test('a sender opens to the record that decided', async ({ page }) => {
  await page.goto(lesson)
  await rewriteZone(page, solution)
  await expect(sender(page, 'Spoofer')).toContainText('fail')
  await sender(page, 'Spoofer').locator('summary').first().click()
  await expect(sender(page, 'Spoofer').locator('mark').first()).toHaveText('-all')
  await sender(page, 'Newsletter vendor').locator('summary').first().click()
  await expect(sender(page, 'Newsletter vendor').locator('mark').first()).toContainText('include:')
})
