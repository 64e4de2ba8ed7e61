import { expect, test } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { metGoals, reasons } from './helpers/goals.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { enter, log } from './helpers/terminal.ts'
import { plainField, rewriteZone } from './helpers/zone.ts'

const smtp = 'lessons/speak-smtp/'
const spf = 'lessons/your-first-spf/'
const solution = lessonFile('your-first-spf', 'solution/example.org.zone')

test('a reload in the middle of a session keeps goals, hints and the session itself', async ({
  page,
}) => {
  await page.goto(smtp)
  for (const line of ['nc mx.example.org 25', 'EHLO desk.example.net']) await enter(page, line)
  await page.getByRole('button', { name: 'Give me a hint' }).click()
  await expect(metGoals(page)).toHaveCount(2)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(2)
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)
  await expect(log(page)).toContainText('220 mx.example.org')
  await enter(page, 'MAIL FROM:<alice@example.net>')
  await expect(log(page)).toContainText('250 2.1.0')
  await expect(metGoals(page)).toHaveCount(3)
})

test('a reload keeps an edited zone, and the way back from the home page too', async ({ page }) => {
  await page.goto(spf)
  await rewriteZone(page, solution)
  await expect(metGoals(page)).toHaveCount(5)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(5)
  await page.goto('./')
  const item = page.locator('[data-lesson="your-first-spf"]')
  await expect(item).toContainText('done')
  await item.getByRole('link').click()
  await expect(metGoals(page)).toHaveCount(5)
})

test('a reset asks first, does it, and can be undone', async ({ page, isMobile }) => {
  await page.goto(spf)
  await rewriteZone(page, solution)
  await expect(metGoals(page)).toHaveCount(5)
  const reset = page.getByRole('button', { name: 'Reset the lesson' })
  await reset.click()
  const dialog = page.getByRole('dialog', { name: 'Start the lesson over?' })
  await expect(dialog.getByRole('button', { name: 'Keep my work' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(reset).toBeFocused()
  await expect(metGoals(page)).toHaveCount(5)

  await reset.click()
  await dialog.getByRole('button', { name: 'Start over' }).click()
  await expect(metGoals(page)).toHaveCount(0)
  await expect(page.locator('#debrief')).toBeHidden()
  if (isMobile) await expect(plainField(page)).not.toHaveValue(/spf1/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(metGoals(page)).toHaveCount(5)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(5)
})

test('a reset clears the terminal, and its undo takes the session up again', async ({ page }) => {
  await page.goto(smtp)
  await enter(page, 'nc mx.example.org 25')
  await expect(metGoals(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Reset the lesson' }).click()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(metGoals(page)).toHaveCount(0)
  await expect(log(page)).not.toContainText('220 ')
  await expect(reasons(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(metGoals(page)).toHaveCount(1)
  await enter(page, 'EHLO desk.example.net')
  await expect(metGoals(page)).toHaveCount(2)
})

test('work leaves as a file and comes back from it; a file of another lesson is refused', async ({
  page,
}) => {
  await page.goto(spf)
  await rewriteZone(page, solution)
  await expect(metGoals(page)).toHaveCount(5)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export my work' }).click()
  const file = await (await download).path()
  await page.getByRole('button', { name: 'Reset the lesson' }).click()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(metGoals(page)).toHaveCount(0)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(metGoals(page)).toHaveCount(5)

  await page.goto('lessons/all-three-together/')
  await page.locator('input[type=file]').setInputFiles(file)
  // The larger editor has alerts of its own.
  const refusal = page.getByRole('alert').filter({ hasText: 'another lesson: your-first-spf' })
  await expect(refusal).toBeVisible()
})
