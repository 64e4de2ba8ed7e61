import { expect, test, type Page } from '@playwright/test'
import { log, screen } from './helpers/terminal.ts'

test.skip(({ isMobile }) => isMobile, 'the same rules on a phone')

/** The longest that anything on the page moves, in seconds. */
const longestMotion = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('body *')].flatMap((one) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(one)
        const moves = animationName === 'none' ? transitionDuration : animationDuration
        return moves.split(',').map(parseFloat)
      }),
    ),
  )

test('nothing moves for those who asked for less motion', async ({ page }) => {
  await page.goto('lessons/speak-smtp/')
  await expect(log(page)).toContainText('220 ')
  await screen(page).focus()
  await expect(page.locator('.xterm-cursor-blink')).toHaveCount(1)
  expect(await longestMotion(page)).toBeGreaterThan(0.1)

  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await longestMotion(page)).toBeLessThan(0.01)
  await page.reload()
  await expect(log(page)).toContainText('220 ')
  await screen(page).focus()
  await expect(page.locator('.xterm-cursor-blink')).toHaveCount(0)
})
