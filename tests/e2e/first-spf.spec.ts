import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { goToStep, metGoals, reach, show, targetedHint } from './helpers/desk.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { watch } from './helpers/watch.ts'
import {
  focusEditor,
  lines,
  plainField,
  problems,
  rewriteZone,
  waitForEditor,
} from './helpers/zone.ts'

const lesson = 'lessons/your-first-spf/'
const start = lessonFile('your-first-spf', 'zones/example.org.zone')
const solution = lessonFile('your-first-spf', 'solution/example.org.zone')
const record = solution.trimEnd().split('\n').at(-1)!
const senders = (page: Page) => page.locator('[data-panel="senders"]')
const sender = (page: Page, name: string) =>
  senders(page).getByRole('listitem').filter({ hasText: name })

test.describe('in the larger editor', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone keeps the plain field')

  test('the record is written key by key, and what was typed before the hand-over stays', async ({
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
    await goToStep(page, 4)
    await plainField(page).focus()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' ip4:192.0.2.10 -all"')
    for (let back = 0; back < ' ip4:192.0.2.10 -all"'.length; back++)
      await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('@ IN TXT "v=spf1')
    await expect(sender(page, 'Your mail server')).toContainText('pass')
    await expect(senders(page)).toContainText('3 of 5 right')
    await expect(plainField(page)).toBeFocused()
    release()
    await waitForEditor(page)
    await page.keyboard.type(' ip4:192.0.2.80')
    await expect(lines(page)).toContainText('v=spf1 ip4:192.0.2.80 ip4:192.0.2.10 -all')
    await expect(sender(page, 'Your web shop')).toContainText('as it should be')
    await expect(metGoals(page)).toHaveCount(0)
    await page.keyboard.type(' include:spf.letters.test')
    await expect(senders(page)).toContainText('5 of 5 right')
    await expect(metGoals(page)).toHaveCount(1)
    await expectAccessible(page)
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

  test('the record is written with the same marks, fixes and verdicts', async ({ page }) => {
    const noted = watch(page)
    await page.goto(lesson)
    await reach(page, 'zone')
    await plainField(page).fill(`${start}@ IN TXT "v=spf1 ip:192.0.2.10 -all"\n`)
    await expect(page.locator('[data-panel="zone"] pre [data-sign]')).toHaveAttribute(
      'data-sign',
      '✕',
    )
    await expect(targetedHint(page)).toContainText('SPF does not know the marked word')
    await page.locator('[data-panel="zone"]').getByRole('button', { name: /ip4:/ }).first().tap()
    await expect(plainField(page)).toHaveValue(/ip4:192\.0\.2\.10/)
    await expect(senders(page)).toContainText('3 of 5 right')
    await plainField(page).fill(`${start}${record}\n`)
    await expect(problems(page)).toContainText('No problems')
    await goToStep(page, 5)
    await expect(metGoals(page)).toHaveCount(2)
    await expectAccessible(page)
    expect(noted).toEqual([])
  })
})

test('a sender opens to the record that decided', async ({ page }) => {
  await page.goto(lesson)
  await rewriteZone(page, solution)
  await show(page, 'effect')
  await expect(sender(page, 'Mallory')).toContainText('fail')
  await sender(page, 'Mallory').getByRole('button').first().click()
  await expect(sender(page, 'Mallory').locator('mark').first()).toHaveText('-all')
  await sender(page, 'Pigeonhole').getByRole('button').first().click()
  await expect(sender(page, 'Pigeonhole').locator('mark').first()).toContainText('include:')
})
