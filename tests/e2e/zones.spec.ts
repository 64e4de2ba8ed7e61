import { expect, test, type Page } from '@playwright/test'
import { watch } from './helpers/watch.ts'

const panel = (page: Page) => page.locator('[data-panel="zone"]')
const field = (page: Page) => panel(page).getByRole('textbox', { name: /^Zone example\.org/ })

/** Opens the sandbox and waits for the larger editor, which takes over from the plain field. */
async function openEditor(page: Page): Promise<void> {
  await page.goto('sandbox/')
  await panel(page).scrollIntoViewIfNeeded()
  await expect(panel(page).locator('.monaco-editor .view-line').first()).toBeVisible({
    timeout: 20_000,
  })
}

async function focusEditor(page: Page): Promise<void> {
  await panel(page).locator('.native-edit-context, textarea.inputarea').first().focus()
}

test.describe('the larger editor', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone keeps the plain field')

  test('takes over the text and the caret, marks a problem, mends it and takes it back', async ({
    page,
  }) => {
    const noted = watch(page)
    let release = () => {}
    const edited = new Promise<void>((done) => (release = done))
    // The larger editor's own chunk; it waits until something was typed into the plain field.
    await page.route('**/assets/open-*.js', async (route) => {
      await edited
      await route.continue()
    })
    await page.goto('sandbox/')
    await panel(page).scrollIntoViewIfNeeded()
    const plain = panel(page).locator('textarea[aria-label="Zone example.org"]')
    await plain.evaluate((area: HTMLTextAreaElement) => {
      area.focus()
      const all = area.value.indexOf(' -all"')
      area.setSelectionRange(all + 5, all + 5)
      document.execCommand('insertText', false, ' mx')
    })
    const problem = panel(page).getByText('is never tried').first()
    await expect(problem).toBeVisible()
    await expect(plain).toBeFocused()
    release()
    await expect(panel(page).locator('.monaco-editor .view-line').first()).toBeVisible({
      timeout: 20_000,
    })
    await page.keyboard.insertText('X')
    await expect(panel(page).locator('.view-lines')).toContainText('mxX')
    await page.keyboard.press('Backspace')
    await expect(panel(page).locator('.squiggly-warning, .squiggly-error').first()).toBeAttached()
    await problem.locator('xpath=ancestor::li[1]').locator('.fixes button').first().click()
    await expect(problem).toBeHidden()
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(problem).toBeVisible()
    expect(noted).toEqual([])
  })

  test('offers what may stand there', async ({ page }) => {
    await openEditor(page)
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.insertText('@ TXT "v=spf1 ')
    await page.keyboard.press('Control+Space')
    const offers = page.locator('.suggest-widget')
    await expect(offers).toBeVisible()
    await expect(offers).toContainText('include')
  })

  test('lets Tab out', async ({ page }) => {
    await openEditor(page)
    await focusEditor(page)
    await page.keyboard.press('Tab')
    await expect(panel(page).locator('.monaco-editor.focused')).toHaveCount(0)
  })
})

test('an edit changes the verdicts, and is there again after a reload', async ({
  page,
  isMobile,
}) => {
  if (isMobile) {
    await page.goto('sandbox/')
    await field(page).fill('@ TXT "v=spf1 -all"\n')
  } else {
    await openEditor(page)
    await focusEditor(page)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('@ TXT "v=spf1 -all"\n')
  }
  const senders = page.locator('[data-panel="witnesses"]')
  await expect(senders).toContainText('3 of 5 as they should be')
  await page.reload()
  await expect(senders).toContainText('3 of 5 as they should be')

  await page.getByRole('button', { name: 'Reset the sandbox' }).click()
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(senders).toContainText('5 of 5 as they should be')
  await page.getByRole('button', { name: 'Undo the reset' }).click()
  await expect(senders).toContainText('3 of 5 as they should be')
})

test('a letter that is sent arrives, with its envelope beside it', async ({ page }) => {
  await page.goto('sandbox/')
  await page.getByRole('button', { name: 'Send: Alice’s letter to Bob' }).click()
  const mailbox = page.locator('[data-panel="mailbox"]')
  await expect(mailbox.getByRole('figure', { name: 'The envelope' })).toContainText(
    '<alice@example.org>',
  )
  await expect(mailbox.getByRole('region', { name: 'The letter inside' })).toContainText(
    'Lunch on Friday?',
  )
  await mailbox.getByRole('button', { name: 'As it came' }).click()
  await expect(mailbox.locator('pre')).toContainText('Authentication-Results:')
})

test('the journey opens down to the record that decided', async ({ page }) => {
  await page.goto('sandbox/')
  await page.getByRole('button', { name: /^Somebody writes as Alice/ }).click()
  const journey = page.locator('[data-panel="verdict"]')
  await expect(journey).toContainText('Rejected')
  await journey.locator('.checks summary').first().click()
  await expect(journey.locator('mark').first()).toHaveText('-all')
})
