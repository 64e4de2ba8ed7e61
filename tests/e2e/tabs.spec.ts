import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { askCoach, coach, metGoals, show } from './helpers/desk.ts'
import { session } from './helpers/session.ts'
import { enter, log } from './helpers/terminal.ts'

const lesson = 'lessons/speak-smtp/'
const notice = (page: Page) => coach(page).filter({ hasText: 'Another tab' })

/** Two tabs of one browser on one lesson; the first has work that the second knows nothing of. */
async function twoTabs(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await page.goto(lesson)
  await other.goto(lesson)
  await enter(page, session.hello)
  await expect(metGoals(page)).toHaveCount(1)
  await show(other, 'doing')
  return other
}

test('another tab’s work is announced, and comes over on request', async ({ page }) => {
  const other = await twoTabs(page)
  await expect(notice(other)).toContainText('1 of 6 steps')
  await expectAccessible(other)
  await askCoach(other, 'Bring it here')
  await expect(metGoals(other)).toHaveCount(1)
  await show(other, 'doing')
  await expect(log(other)).toContainText(session.hello)
  await expect(notice(other)).toHaveCount(0)
})

test('a learner who goes on with this tab’s work can still go back to the other’s', async ({
  page,
}) => {
  const other = await twoTabs(page)
  await expect(notice(other)).toBeVisible()
  await enter(other, 'NOOP')
  // The first key is announced; the last may still be on its way.
  await expect(log(other)).toContainText('NOOP')
  await expect(notice(page)).toBeVisible()
  await other.reload()
  await show(other, 'doing')
  await expect(log(other)).toContainText('NOOP')
  await expect(notice(other)).toContainText('1 of 6 steps')
  await askCoach(other, 'Go on with this tab’s')
  await askCoach(other, 'Undo')
  await expect(metGoals(other)).toHaveCount(1)
})
