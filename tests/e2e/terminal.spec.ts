import { expect, test, type Page } from '@playwright/test'
import { watch } from './helpers/watch.ts'

const terminal = (page: Page) => page.locator('[data-panel="terminal"]')
const log = (page: Page) => terminal(page).getByRole('log')

/** Types a line as the device does: into the screen, or into the line below it. */
async function enter(page: Page, line: string, isMobile: boolean): Promise<void> {
  if (isMobile) {
    await terminal(page).getByLabel('Line for the terminal').fill(line)
    await terminal(page).getByRole('button', { name: 'Enter' }).click()
    return
  }
  await terminal(page).locator('.xterm-helper-textarea').focus()
  await page.keyboard.insertText(line)
  await page.keyboard.press('Enter')
}

test('what the terminal says is said in the transcript too', async ({ page, isMobile }) => {
  await page.goto('lessons/speak-smtp/')
  await enter(page, 'nc mx.example.org 25', isMobile)
  await expect(log(page)).toContainText('220 mx.example.org')
  await enter(page, 'EHLO desk.example.net', isMobile)
  await expect(log(page)).toContainText('250 HELP')
  await terminal(page)
    .getByRole('button', { name: /^Transcript/ })
    .click()
  await expect(log(page).locator('[data-who="you"]').last()).toContainText('EHLO')
})

test('a session goes on after a reload', async ({ page, isMobile }) => {
  await page.goto('lessons/speak-smtp/')
  await enter(page, 'nc mx.example.org 25', isMobile)
  await enter(page, 'EHLO desk.example.net', isMobile)
  await expect(page.locator('#goals [data-met="true"]')).toHaveCount(2)
  await page.reload()
  await expect(page.locator('#goals [data-met="true"]')).toHaveCount(2)
  await enter(page, 'MAIL FROM:<alice@example.net>', isMobile)
  await expect(log(page)).toContainText('250 2.1.0')
})

test('a suggestion fills the line', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'chips are for fingers')
  await page.goto('lessons/speak-smtp/')
  await terminal(page).getByRole('button', { name: 'nc mx.example.org 25' }).click()
  await terminal(page).getByRole('button', { name: 'Enter' }).click()
  await expect(log(page)).toContainText('220 mx.example.org')
})

test('a megabyte that is pasted does not stop the page', async ({ page, isMobile }) => {
  test.skip(isMobile, 'pasted into the screen')
  const noted = watch(page)
  await page.goto('lessons/speak-smtp/')
  const input = terminal(page).locator('.xterm-helper-textarea')
  await input.focus()
  await input.evaluate((area) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'nothing to see here, move along\n'.repeat(32_768))
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  const longest = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const start = performance.now()
        let [last, worst] = [start, 0]
        const tick = () => {
          const now = performance.now()
          worst = Math.max(worst, now - last)
          last = now
          if (now - start > 4000) done(worst)
          else setTimeout(tick)
        }
        tick()
      }),
  )
  expect(longest).toBeLessThan(1000)
  expect(noted).toEqual([])
})
