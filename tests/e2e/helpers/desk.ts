import { expect, type Locator, type Page } from '@playwright/test'
import type { PanelName } from '../../../src/lessons/lesson.ts'
import { panelTitles } from '../../../src/ui/panels/titles.ts'

export type Slot = 'step' | 'doing' | 'effect'

export const slot = (page: Page, name: Slot): Locator =>
  page.locator(`.desk:not([data-static]) > [data-slot="${name}"]`)

export const goals = (page: Page): Locator => slot(page, 'step').locator('.goals li')
export const metGoals = (page: Page): Locator =>
  slot(page, 'step').locator('.goals [data-met="true"]')
/** Why a goal is not met yet. */
export const reasons = (page: Page): Locator => goals(page).locator('.reason')
/** What the coach says of the very mistake that was made. */
export const targetedHint = (page: Page): Locator => page.locator('.coach[data-tone="look"] .text')
export const coach = (page: Page): Locator => page.locator('.desk:not([data-static]) .coach')
export const card = (page: Page): Locator => slot(page, 'step').locator('[data-card]')

const dots = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button')

/** Opens a step by its number, from 1. */
export async function goToStep(page: Page, number: number): Promise<void> {
  await show(page, 'step')
  await dots(page)
    .nth(number - 1)
    .click()
  await expect(dots(page).nth(number - 1)).toHaveAttribute('aria-current', 'step')
}

/** Until every part of the desk has come. */
export const whole = (page: Page): Promise<void> =>
  expect(page.locator('.desk:not([data-static])')).toHaveAttribute('data-whole', 'true', {
    timeout: 20_000,
  })

/** Brings a slot into sight, where one is seen at a time. */
export async function show(page: Page, name: Slot): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Parts of the desk' })
  await whole(page)
  if (!(await tabs.isVisible())) return
  await tabs.getByRole('button').nth(['step', 'doing', 'effect'].indexOf(name)).click()
}

/** The panel of a slot that several share, such as `Mailbox`. */
export async function showPanel(page: Page, name: string): Promise<void> {
  const tab = page
    .locator('.panel > header .tabs')
    .getByRole('button', { name, exact: true })
    .filter({ visible: true })
  if (await tab.count()) await tab.first().click()
}

/** Brings a panel into sight, wherever it is: its slot, and its place in the slot. */
export async function reach(page: Page, name: PanelName): Promise<Locator> {
  const panel = page.locator(`[data-panel="${name}"]`)
  await whole(page)
  // Where one acts all panels are there, seen or not.
  const acting = slot(page, 'doing').locator(`[data-panel="${name}"]`)
  await show(page, (await acting.count()) ? 'doing' : 'effect')
  // The panels of an effect come after the desk.
  const tab = page.locator('.panel > header .tabs').getByRole('button', {
    name: panelTitles[name],
    exact: true,
  })
  await expect(panel.or(tab).filter({ visible: true }).first()).toBeVisible({ timeout: 20_000 })
  await showPanel(page, panelTitles[name])
  await expect(panel).toBeVisible()
  return panel
}

/** Until the lab has judged what was done last. */
export async function judged(page: Page): Promise<void> {
  await whole(page)
  await expect(page.locator('.desk:not([data-static])')).toHaveAttribute('data-judged', 'true', {
    timeout: 20_000,
  })
  // What stood in for the step was moved, and gives way.
  await expect(page.locator('.static-step')).toHaveCount(0)
}

/** Opens the place where work is reset, exported and imported. */
export async function openWork(page: Page): Promise<void> {
  await show(page, 'step')
  const menu = page.locator('details.menu')
  const reset = page.getByRole('button', { name: /^Reset the / })
  if ((await menu.count()) && !(await reset.isVisible())) await menu.locator('summary').click()
  await expect(reset).toBeVisible()
}

/** Puts everything back to the start, as one does with the pointer. */
export async function startOver(page: Page): Promise<void> {
  await openWork(page)
  await page.getByRole('button', { name: /^Reset the / }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click()
}

/** What the coach offers, such as `Undo`. */
export async function askCoach(page: Page, name: string): Promise<void> {
  await show(page, 'doing')
  await coach(page).getByRole('button', { name }).click()
}

export async function expectDone(page: Page): Promise<void> {
  const all = await dots(page).count()
  await expect(page.locator('.dots [data-done="true"]')).toHaveCount(all)
}

/**
 * Answers the card that is shown: ids of choices or items, names of rows, `item=bin` or
 * `row.column=choice`.
 */
export async function answerCard(page: Page, answer: readonly string[]): Promise<void> {
  await show(page, 'step')
  await expect(card(page)).toBeVisible()
  const kind = await card(page).getAttribute('data-card')
  for (const one of answer)
    if (kind === 'predict') await card(page).locator(`input[value="${one}"]`).check()
    else if (kind === 'order') await card(page).locator(`[data-item="${one}"]`).click()
    else if (kind === 'sort') await card(page).locator(binOf(one)).check()
    else if (kind === 'grid') await card(page).locator(cellOf(one)).selectOption(choiceOf(one))
    else {
      const row = one.replaceAll('"', String.raw`\"`)
      // A row is named, or stands by its key where its name is not its own.
      await card(page).locator(`[data-row="${row}"] input, input[value="${row}"]`).last().check()
    }
  await card(page).locator('.commit button').click()
}

/** The field of an answer `item=bin`. */
export const binOf = (answer: string): string => {
  const [item = '', bin = ''] = answer.split('=')
  return `[data-item="${item}"] input[value="${bin}"]`
}

/** The field of an answer `row.column=choice`, and what is chosen in it. */
export const cellOf = (answer: string): string => `select[data-cell="${answer.split('=')[0]!}"]`
export const choiceOf = (answer: string): string => answer.split('=')[1]!
