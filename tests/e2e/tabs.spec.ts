import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { metGoals } from './helpers/goals.ts'
import { enter, log } from './helpers/terminal.ts'

const lesson = 'lessons/speak-smtp/'
const notice = (page: Page) => page.locator('.other-tab')

/** Two tabs of one browser on one lesson; the first has work that the second knows nothing of. */
async function twoTabs(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await page.goto(lesson)
  await other.goto(lesson)
  for (const line of ['nc mx.example.org 25', 'EHLO desk.example.net']) await enter(page, line)
  await expect(metGoals(page)).toHaveCount(2)
  return other
}

test('another tab’s work is announced, and comes over on request', async ({ page }) => {
  const other = await twoTabs(page)
  await expect(notice(other)).toContainText('2 of 7 goals')
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Bring it here' }).click()
  await expect(metGoals(other)).toHaveCount(2)
  await expect(log(other)).toContainText('EHLO desk.example.net')
  await expect(notice(other)).toHaveCount(0)
})

test('a learner who goes on with this tab’s work can still go back to the other’s', async ({
  page,
}) => {
  const other = await twoTabs(page)
  await expect(notice(other)).toBeVisible()
  await enter(other, 'hosts')
  await expect(notice(page)).toBeVisible()
  await other.reload()
  await expect(log(other)).toContainText('hosts')
  await expect(notice(other)).toContainText('2 of 7 goals')
  await other.getByRole('button', { name: 'Go on with this tab’s' }).click()
  await other.getByRole('button', { name: 'Undo' }).click()
  await expect(metGoals(other)).toHaveCount(2)
})
