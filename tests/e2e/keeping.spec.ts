import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { askCoach, goToStep, metGoals, openWork, reasons, show, startOver } from './helpers/desk.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { session } from './helpers/session.ts'
import { enter, enterAll, log } from './helpers/terminal.ts'
import { plainField, rewriteZone } from './helpers/zone.ts'

const smtp = 'lessons/speak-smtp/'
const spf = 'lessons/your-first-spf/'
const solution = lessonFile('your-first-spf', 'solution/example.org.zone')

/** All senders are as they should be: the goals of the last step. */
async function solve(page: Page): Promise<void> {
  await page.goto(spf)
  await goToStep(page, 5)
  await rewriteZone(page, solution)
  await expect(metGoals(page)).toHaveCount(2)
}

test('a reload in the middle of a session keeps goals, hints and the session itself', async ({
  page,
}) => {
  await page.goto(smtp)
  await goToStep(page, 4)
  await enter(page, session.hello)
  await enter(page, session.from)
  await show(page, 'step')
  await page.getByRole('button', { name: 'A hint' }).click()
  await expect(metGoals(page)).toHaveCount(1)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(1)
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1)
  await show(page, 'doing')
  await expect(log(page)).toContainText('220 mx.example.net')
  await enter(page, session.to)
  await expect(log(page)).toContainText('250 2.1.5')
  await expect(metGoals(page)).toHaveCount(2)
})

test('a reload keeps an edited zone, and the way back from the home page too', async ({ page }) => {
  await solve(page)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(2)
  await page.goto('./')
  const item = page.locator('[data-lesson="your-first-spf"]')
  await expect(item).toContainText(/\d of 5/)
  await item.getByRole('link').click()
  await expect(metGoals(page)).toHaveCount(2)
})

test('a reset asks first, does it, and can be undone', async ({ page, isMobile }) => {
  await solve(page)
  await openWork(page)
  const reset = page.getByRole('button', { name: 'Reset the lesson' })
  await reset.click()
  const dialog = page.getByRole('dialog', { name: 'Start the lesson over?' })
  await expect(dialog.getByRole('button', { name: 'Keep my work' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(reset).toBeFocused()
  await expect(metGoals(page)).toHaveCount(2)

  await reset.click()
  await dialog.getByRole('button', { name: 'Start over' }).click()
  await expect(metGoals(page)).toHaveCount(0)
  if (isMobile) await expect(plainField(page)).not.toHaveValue(/spf1/)
  await askCoach(page, 'Undo')
  await expect(metGoals(page)).toHaveCount(2)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(2)
})

test('a reset clears the terminal, and its undo takes the session up again', async ({ page }) => {
  await page.goto(smtp)
  await goToStep(page, 4)
  await enterAll(page, [session.hello, session.from])
  await expect(metGoals(page)).toHaveCount(1)
  await startOver(page)
  await expect(metGoals(page)).toHaveCount(0)
  await show(page, 'doing')
  await expect(log(page)).toContainText('220 ')
  await expect(log(page)).not.toContainText(session.hello)
  await expect(reasons(page)).toHaveCount(0)
  await askCoach(page, 'Undo')
  await expect(metGoals(page)).toHaveCount(1)
  await goToStep(page, 4)
  await expect(metGoals(page)).toHaveCount(1)
  await enter(page, session.to)
  await expect(metGoals(page)).toHaveCount(2)
})

test('work leaves as a file and comes back from it; a file of another lesson is refused', async ({
  page,
}) => {
  await solve(page)
  await openWork(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export my work' }).click()
  const file = await (await download).path()
  await startOver(page)
  await expect(metGoals(page)).toHaveCount(0)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(metGoals(page)).toHaveCount(2)

  await page.goto('lessons/all-three-together/')
  await openWork(page)
  await page.locator('input[type=file]').setInputFiles(file)
  // The larger editor has alerts of its own.
  const refusal = page.getByRole('alert').filter({ hasText: 'another lesson: your-first-spf' })
  await expect(refusal).toBeVisible()
})
