import { expect, type Locator, type Page } from '@playwright/test'

export const goals = (page: Page): Locator => page.locator('#goals li[data-met]')
export const metGoals = (page: Page): Locator => page.locator('#goals li[data-met="true"]')
/** Why goals are not met yet. */
export const reasons = (page: Page): Locator => goals(page).locator('.reason')
/** The hint for the very mistake that was made. */
export const targetedHint = (page: Page): Locator => page.locator('.next-goal .targeted')

export async function expectDone(page: Page): Promise<void> {
  await expect(metGoals(page)).toHaveCount(await goals(page).count())
  await expect(page.locator('#debrief')).toBeVisible()
}
