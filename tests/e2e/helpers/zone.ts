import { expect, type Locator, type Page } from '@playwright/test'
import { reach } from './desk.ts'

export const zonePanel = (page: Page): Locator => page.locator('[data-panel="zone"]')
export const problems = (page: Page): Locator => zonePanel(page).locator('.problems')
export const plainField = (page: Page): Locator =>
  zonePanel(page).locator(
    'textarea:is([aria-label^="Zone "], [aria-label^="Settings "], [aria-label^="Message "])',
  )
export const lines = (page: Page): Locator => zonePanel(page).locator('.monaco-editor .view-lines')
export const squiggle = (page: Page): Locator =>
  zonePanel(page).locator('.squiggly-error, .squiggly-warning')

/** Until the larger editor has taken over from the plain field. */
export async function waitForEditor(page: Page): Promise<void> {
  await reach(page, 'zone')
  await expect(lines(page).locator('.view-line').first()).toBeVisible({ timeout: 20_000 })
}

export async function focusEditor(page: Page): Promise<void> {
  await zonePanel(page).locator('.native-edit-context, textarea.inputarea').first().focus()
}

/** Shows a zone, or the settings of a host by their file, where there are several documents. */
export async function openZone(page: Page, file: string): Promise<void> {
  await reach(page, 'zone')
  const names = zonePanel(page).locator('.zone-names')
  if (!(await names.count())) return
  const name = file.replace(/\.(?:conf|eml)$/, '').replaceAll('.', String.raw`\.`)
  const kind = file.endsWith('.conf') ? 'settings' : file.endsWith('.eml') ? 'message' : ''
  const rest = kind ? String.raw`[\s,]*${kind}` : String.raw`(?![\s,]*(?:settings|message))`
  const tab = names.getByRole('button', { name: new RegExp(`^${name}${rest}`) })
  await tab.click()
  await expect(tab).toHaveAttribute('aria-pressed', 'true')
}

/** Puts a whole text into the zone that is shown, in whichever editor the device has. */
export async function rewriteZone(page: Page, text: string): Promise<void> {
  await reach(page, 'zone')
  if (await page.evaluate(() => matchMedia('(pointer: coarse)').matches)) {
    await plainField(page).focus()
  } else {
    await waitForEditor(page)
    await focusEditor(page)
  }
  await page.keyboard.press('ControlOrMeta+a')
  await pasteText(page, text)
}

/** Pastes where the focus is, as a person does. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/** All of the zone in the larger editor, as a copy has it; the caret is at its start then. */
export async function zoneText(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await focusEditor(page)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+c')
  const text = await page.evaluate(() => navigator.clipboard.readText())
  await page.keyboard.press('ControlOrMeta+Home')
  return text
}
