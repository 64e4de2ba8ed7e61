import { expect, type Locator, type Page } from '@playwright/test'
import { binOf, card, cellOf, choiceOf, judged, type Slot } from './desk.ts'
import { pressUntilFocused } from './focus.ts'
import { playOf, zoneOf } from './lesson-files.ts'
import { stepOfCard } from './play-lesson.ts'
import { pasteText } from './zone.ts'

const slotOfFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-slot]')?.dataset['slot'])

/** Goes from slot to slot with F6 until the focus is in this one. */
export async function goToSlot(page: Page, name: Slot): Promise<void> {
  for (let presses = 0; presses < 4; presses++) {
    if ((await slotOfFocus(page)) === name) return
    await page.keyboard.press('F6')
  }
  throw new Error(`F6 did not reach the slot ${name}.`)
}

/** Goes to a step, by its number from 1, with the keys alone. */
export async function goToStepByKeyboard(page: Page, number: number): Promise<void> {
  const dot = page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button')
    .nth(number - 1)
  await goToSlot(page, 'step')
  await pressUntilFocused(page, 'Shift+Tab', dot)
  await page.keyboard.press('Enter')
  await expect(dot).toHaveAttribute('aria-current', 'step')
  // The heading of the step has the focus, and is read from there.
  await expect(page.locator('[data-slot="step"] h2').first()).toBeFocused()
}

/** Goes through a group of radio buttons to the one that is wanted, as a form has it. */
async function choose(page: Page, wanted: Locator): Promise<void> {
  const name = (await wanted.getAttribute('name'))!
  await pressUntilFocused(page, 'Tab', card(page).locator(`input[name="${name}"]`))
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 40 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

/** Types the first letters of a choice into its cell, as a list takes them. */
async function chooseInCell(page: Page, answer: string): Promise<void> {
  const cell = card(page).locator(cellOf(answer))
  await pressUntilFocused(page, 'Tab', cell)
  const text = await cell.locator(`option[value="${choiceOf(answer)}"]`).textContent()
  await page.keyboard.type(text!.trim())
  await expect(cell).toHaveValue(choiceOf(answer))
}

/** Answers the card that is shown, from the heading of its step on. */
export async function answerByKeyboard(page: Page, answer: readonly string[]): Promise<void> {
  await expect(card(page)).toBeVisible()
  const kind = await card(page).getAttribute('data-card')
  for (const one of answer)
    if (kind === 'predict') await choose(page, card(page).locator(`input[value="${one}"]`))
    else if (kind === 'sort') await choose(page, card(page).locator(binOf(one)))
    else if (kind === 'grid') await chooseInCell(page, one)
    else if (kind === 'pick') await choose(page, rowOf(page, one))
    else {
      const wanted =
        kind === 'order' ? card(page).locator(`[data-item="${one}"]`) : rowOf(page, one)
      await reachNear(page, wanted)
      await page.keyboard.press(kind === 'order' ? 'Enter' : 'Space')
    }
  const commit = card(page).locator('.commit button')
  if (!(await commit.evaluate((one) => one === document.activeElement)))
    await pressUntilFocused(page, 'Tab', commit)
  await page.keyboard.press('Enter')
}

/** What was taken is gone from its list, and the focus is at the next: what is wanted may lie before it. */
async function reachNear(page: Page, wanted: Locator): Promise<void> {
  const isBefore = await wanted.evaluate((one) => {
    const here = document.activeElement!
    return (
      here.closest('[data-card]') !== null &&
      (one.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    )
  })
  if (await wanted.evaluate((one) => one === document.activeElement)) return
  await pressUntilFocused(page, isBefore ? 'Shift+Tab' : 'Tab', wanted)
}

const rowOf = (page: Page, name: string): Locator =>
  card(page).locator(`[data-row="${name}"] input`).last()

/** Plays a lesson’s solution with the keys alone. */
export async function playByKeyboard(page: Page, slug: string): Promise<void> {
  for (const { who, text } of playOf(slug)) {
    if (who === '?') {
      const [, id = '', given = ''] = /^([^:]+):\s*(.*)$/.exec(text) ?? []
      await goToStepByKeyboard(page, stepOfCard(slug, id))
      await answerByKeyboard(page, given.split(/\s*,\s*/))
    } else {
      await goToSlot(page, 'doing')
      if (who === 'Z') {
        await page.keyboard.press('ControlOrMeta+a')
        await pasteText(page, zoneOf(slug, text))
      } else {
        await page.keyboard.type(text)
        await page.keyboard.press('Enter')
      }
    }
    await judged(page)
  }
}
