import { expect, test, type Page } from '@playwright/test'
import type { Card, GridCard, SortCard } from '../../src/lessons/cards/card.ts'
import { expectAccessible } from './helpers/accessible.ts'
import { answerCard, card, goToStep, judged, show } from './helpers/desk.ts'
import { answerByKeyboard, goToStepByKeyboard } from './helpers/keyboard.ts'
import { enter } from './helpers/terminal.ts'

const sort: SortCard = {
  ...{ id: 'where', kind: 'sort', ask: 'Where does each of these stand?' },
  bins: [
    { id: 'envelope', text: 'Envelope' },
    { id: 'header', text: 'Header' },
  ],
  items: [
    { id: 'rcpt', text: '`RCPT TO`', bin: 'envelope', because: 'It comes before the message.' },
    { id: 'to', text: '`To:`', bin: 'header', because: 'It is a line of the message.' },
    { id: 'subject', text: '`Subject:`', bin: 'header', because: 'People read it.' },
  ],
  because: 'The envelope decides.',
}

const when = (code: number) => ({ kind: 'command', host: 'mx.example.net', verb: 'RCPT', code })
const grid: GridCard = {
  ...{ id: 'what', kind: 'grid', ask: 'What does the server answer?' },
  columns: [
    { id: 'before', text: 'Before `MAIL`' },
    { id: 'behind', text: 'Behind it' },
  ],
  choices: [
    { id: 'yes', text: '250' },
    { id: 'no', text: '503' },
  ],
  rows: [
    {
      ...{ id: 'bob', text: 'RCPT for Bob' },
      cells: {
        before: { right: 'no', when: when(503), because: 'The order counts.' },
        behind: { right: 'yes', when: when(250), because: 'Now it has its place.' },
      },
    },
    {
      ...{ id: 'again', text: 'The same again' },
      cells: { before: { right: 'no', when: when(503), because: 'Still too early.' } },
    },
  ],
  because: 'The server remembers how far the session has come.',
}

/** The first lesson, with other cards in its second and third step. */
async function open(page: Page): Promise<void> {
  const cards: readonly (Card | undefined)[] = [undefined, sort, grid]
  await page.route('**/lessons/speak-smtp/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(
      /(<script type="application\/json" id="lesson"[^>]*>)(.*?)(<\/script>)/s,
      (_, before: string, data: string, after: string) => {
        const given = JSON.parse(data) as { lesson: { steps: { card?: Card }[] } }
        for (const [at, card] of cards.entries()) if (card) given.lesson.steps[at]!.card = card
        const text = JSON.stringify(given).replaceAll('<', '\\u003c')
        return before + text + after
      },
    )
    await route.fulfill({ response, body })
  })
  await page.goto('lessons/speak-smtp/')
  await judged(page)
}

const said = (page: Page) => card(page).locator('.said')

test('items that lie wrong are answered one by one, and the right bins settle it', async ({
  page,
}) => {
  await open(page)
  await goToStep(page, 2)
  await answerCard(page, ['rcpt=header', 'to=envelope', 'subject=header'])
  await expect(said(page)).toHaveCount(2)
  await expect(said(page).first()).toContainText('It comes before the message.')
  await card(page).locator('[data-item="rcpt"] input[value="envelope"]').check()
  await expect(said(page)).toHaveCount(1)
  await expectAccessible(page)
  await answerCard(page, ['to=header'])
  await expect(card(page)).toHaveAttribute('data-state', 'settled')
  await expect(said(page)).toContainText('The envelope decides.')
})

test('a grid shows each cell when its outcome is there', async ({ page }) => {
  await open(page)
  await goToStep(page, 3)
  await answerCard(page, ['bob.before=yes', 'bob.behind=yes', 'again.before=no'])
  await expect(card(page)).toHaveAttribute('data-state', 'committed')
  await expectAccessible(page)
  await show(page, 'doing')
  for (const line of ['EHLO desk.example.org', 'RCPT TO:<bob@example.net>']) await enter(page, line)
  await judged(page)
  await show(page, 'step')
  const cell = (place: string) => card(page).locator(`[data-cell="${place}"]`)
  await expect(cell('bob.before')).toHaveAttribute('data-right', 'false')
  await expect(cell('again.before')).toHaveAttribute('data-right', 'true')
  await expect(cell('bob.behind')).not.toHaveAttribute('data-right')
  await expect(said(page)).toContainText('The order counts.')
  await show(page, 'doing')
  for (const line of ['MAIL FROM:<alice@example.org>', 'RCPT TO:<bob@example.net>'])
    await enter(page, line)
  await judged(page)
  await show(page, 'step')
  await expect(card(page)).toHaveAttribute('data-state', 'settled')
  await expect(said(page).last()).toContainText('The server remembers')
})

/** Rows of pixels right above what commits, and of its own: alike where nothing of the card lies beneath. */
async function aboveCommit(page: Page): Promise<'the end' | 'more'> {
  const commit = card(page).locator('.commit')
  const { x, y } = (await commit.boundingBox())!
  const strip = { x: x + 2, width: 40, height: 2 }
  const [above, own] = [
    await page.screenshot({ clip: { ...strip, y: Math.floor(y) - 3 } }),
    await page.screenshot({ clip: { ...strip, y: Math.ceil(y) + 1 } }),
  ]
  return above.equals(own) ? 'the end' : 'more'
}

test('choices beneath what commits announce themselves', async ({ page, isMobile }) => {
  test.skip(isMobile, 'one size after the other')
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('lessons/publish-a-key/')
  await judged(page)
  await expect.poll(() => aboveCommit(page)).toBe('more')
  await card(page).locator('label').last().scrollIntoViewIfNeeded()
  await card(page)
    .locator('.commit')
    .evaluate((bar) => bar.closest('.body')!.scrollTo(0, 1e6))
  await expect.poll(() => aboveCommit(page)).toBe('the end')
  await page.setViewportSize({ width: 1280, height: 1400 })
  await expect.poll(() => aboveCommit(page)).toBe('the end')
})

test('both are answered by keyboard', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no keys')
  await open(page)
  await goToStepByKeyboard(page, 2)
  await answerByKeyboard(page, ['rcpt=envelope', 'to=header', 'subject=header'])
  await expect(card(page)).toHaveAttribute('data-state', 'settled')
  await goToStepByKeyboard(page, 3)
  await answerByKeyboard(page, ['bob.before=no', 'bob.behind=yes', 'again.before=no'])
  await expect(card(page)).toHaveAttribute('data-state', 'committed')
})
