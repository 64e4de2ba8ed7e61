import { expect, test } from '@playwright/test'
import { answerCard, card, goToStep, judged, show, showPanel, slot, whole } from './helpers/desk.ts'
import { enterAll, log } from './helpers/terminal.ts'

const explanation = '.body > .after:not(:has(button))'

test('the explanation waits for the answer, and after a minute it may be asked for', async ({
  page,
}) => {
  await page.clock.install()
  await page.goto('lessons/your-first-spf/')
  await whole(page)
  await goToStep(page, 3)
  const step = slot(page, 'step')
  const showMe = step.getByRole('button', { name: 'Show me' })
  await expect(card(page)).toBeVisible()
  await page.clock.runFor(50_000)
  await expect(showMe).toHaveCount(0)
  await page.clock.runFor(15_000)
  await expect(step.locator(explanation)).toHaveCount(0)
  await showMe.click()
  await expect(step.locator(explanation)).toContainText('permerror')
  await expect(step.locator(explanation)).toBeFocused()
  // Each step has a minute of its own.
  await goToStep(page, 2)
  await expect(step.locator(explanation)).toHaveCount(0)
  await expect(showMe).toHaveCount(0)
})

test('a hint that is asked for is seen, however long the step', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('lessons/speak-smtp/')
  await goToStep(page, 2)
  await show(page, 'step')
  await expect(card(page)).toBeVisible()
  for (const name of ['A hint', 'A clearer hint', 'Show the line']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.locator('.ladder li').last()).toBeInViewport({ ratio: 0.9 })
  }
  // Its button is gone, and what it opened has the focus.
  await expect(page.locator('.ladder li').last()).toBeFocused()
})

test('what is said of an order is seen, until the order is another', async ({ page }) => {
  await page.goto('lessons/speak-smtp/')
  await goToStep(page, 2)
  await answerCard(page, ['ehlo', 'to', 'mail', 'data'])
  const said = card(page).locator('.said')
  await expect(said).toContainText('is no command')
  await expect(said).toBeInViewport({ ratio: 0.9 })
  const takeOut = card(page).getByRole('button', { name: 'Take out: TO: Bob' })
  await takeOut.click()
  await expect(said).toHaveCount(0)
})

test('SEE turns to the mailbox when a message arrives, unless something else was chosen', async ({
  page,
}) => {
  await page.goto('lessons/speak-smtp/')
  await judged(page)
  const effect = slot(page, 'effect').locator('[data-panel]')
  const message = ['DATA', 'Subject: Price', '', 'Twelve', '.']
  const envelope = ['MAIL FROM:<alice@example.org>', 'RCPT TO:<carol@example.net>']
  await enterAll(page, ['EHLO desk.example.org', ...envelope, ...message])
  await show(page, 'effect')
  await expect(effect).toHaveAttribute('data-panel', 'mailbox')
  await expect(effect).toContainText('carol@example.net')
  await enterAll(page, envelope)
  await show(page, 'effect')
  await expect(effect).toHaveAttribute('data-panel', 'envelope')
  await showPanel(page, 'Envelope')
  await enterAll(page, message)
  await show(page, 'effect')
  await expect(effect).toContainText('250 taken over')
})

test.describe('with a keyboard', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has its own field')

  test('what is typed before anything was clicked is typed into the terminal', async ({ page }) => {
    await page.goto('lessons/speak-smtp/')
    await judged(page)
    await page.keyboard.type('NOOP')
    await page.keyboard.press('Enter')
    await expect(log(page)).toContainText('NOOP')
    await page.getByRole('button', { name: 'Next step' }).click()
    await page.keyboard.type('RSET')
    await page.keyboard.press('Enter')
    await expect(log(page)).toContainText('RSET')
  })

  test('a message that is opened keeps the focus near', async ({ page }) => {
    await page.goto('lessons/all-three-together/')
    await judged(page)
    await page.getByRole('button', { name: /^Bob’s reply/ }).press('Enter')
    await expect(
      slot(page, 'effect').getByRole('button', { name: 'Delivery', exact: true }),
    ).toBeFocused()
  })
})
