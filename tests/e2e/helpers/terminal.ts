import type { Locator, Page } from '@playwright/test'
import { reach } from './desk.ts'

export const terminal = (page: Page): Locator => page.locator('[data-panel="terminal"]')

/** All lines of the transcript, whether the part with the terminal is shown or not. */
export const log = (page: Page): Locator => terminal(page).locator('[role="log"]')

/** Where xterm takes its keys from. */
export const screen = (page: Page): Locator => terminal(page).locator('.xterm-helper-textarea')

/** Types a line as the device does: key by key on the screen, or into the line below it. */
export async function enter(page: Page, line: string): Promise<void> {
  await reach(page, 'terminal')
  // A loaded page has one of them; which one depends on the pointer.
  if (await page.evaluate(() => matchMedia('(pointer: coarse)').matches)) {
    await terminal(page).getByLabel('Line for the terminal').fill(line)
    await terminal(page).getByRole('button', { name: 'Enter' }).click()
    return
  }
  await screen(page).focus()
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
}

export async function enterAll(page: Page, lines: readonly string[]): Promise<void> {
  for (const line of lines) await enter(page, line)
}

/** Pastes a text into the screen, as Control V does. */
export async function paste(page: Page, text: string): Promise<void> {
  await screen(page).focus()
  await screen(page).evaluate((area, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}
