import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { openWork } from './desk.ts'

/** The link that the page offers to what it shows. */
export async function linkOf(page: Page): Promise<string> {
  await openWork(page)
  await page.getByRole('button', { name: 'Share a link' }).click()
  const dialog = page.getByRole('dialog', { name: 'A link to what you see' })
  const field = dialog.getByRole('textbox', { name: 'The link' })
  await expect(field).toBeFocused()
  await expect(dialog.getByRole('img', { name: 'The link as a QR code' })).toBeVisible()
  await expectAccessible(page)
  const link = await field.inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return link
}

/** What the dialog of a link copies for a page or a ticket; the dialog is open, and stays so. */
export async function copiedMarkdown(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const button = page.getByRole('dialog').getByRole('button', { name: 'Copy as Markdown' })
  await button.click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Copied' })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}
