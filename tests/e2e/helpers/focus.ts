import { expect, type Locator, type Page } from '@playwright/test'

/** Whether one can see where the focus is: it has an outline, or stands in something that has one. */
export const focusIsVisible = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    for (let one = document.activeElement; one && one !== document.body; one = one.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) return true
    }
    return false
  })

/** The sandbox has some hundred controls. */
const MOST = 150

/** Presses a key, such as `Tab`, until the focus is there; it must be seen at each stop. */
export async function pressUntilFocused(page: Page, key: string, goal: Locator): Promise<void> {
  for (let presses = 0; presses < MOST; presses++) {
    await page.keyboard.press(key)
    await expect
      .poll(() => focusIsVisible(page), { message: `focus is seen after ${presses + 1} × ${key}` })
      .toBe(true)
    if (await goal.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
  }
  throw new Error(`${MOST} × ${key} did not reach ${String(goal)}.`)
}
