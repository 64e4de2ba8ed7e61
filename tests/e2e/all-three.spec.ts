import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { goToStep, metGoals, reach, targetedHint } from './helpers/desk.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { watch } from './helpers/watch.ts'
import { rewriteZone } from './helpers/zone.ts'

const lesson = 'lessons/all-three-together/'
const solution = lessonFile('all-three-together', 'solution/example.org.zone')
const message = (page: Page, title: string) =>
  page.locator('[data-panel="mails"] li[data-stands]').filter({ hasText: title })
const delivery = (page: Page) => page.locator('[data-panel="delivery"]')
const row = (page: Page, text: string) =>
  delivery(page)
    .getByRole('list', { name: 'Delivery, step by step' })
    .getByRole('listitem')
    .filter({ hasText: text })

/** Shows the way of one of the messages, row by row. */
async function openMessage(page: Page, title: string): Promise<void> {
  await reach(page, 'mails')
  await message(page, title)
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click()
  await reach(page, 'delivery')
  await delivery(page).getByRole('button', { name: 'List' }).click()
}

test('with four fixed records every message ends where it should', async ({ page }) => {
  const noted = watch(page)
  await page.goto(lesson)
  await expect(message(page, 'Alice to Bob')).toContainText('Junk')
  await expect(message(page, 'Bob’s reply')).toContainText('Undeliverable')
  await expect(message(page, 'Mallory')).toContainText('Junk')

  await rewriteZone(page, solution)
  await expect(message(page, 'Alice to Bob')).toContainText('Inbox')
  await expect(message(page, 'Bob’s reply')).toContainText('Inbox')
  await expect(message(page, 'Mallory')).toContainText('Rejected')
  await expectAccessible(page)
  expect(noted).toEqual([])
})

test('where a message ended does not lie upon its title, in any language', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'a phone gives the end a column as wide as its words')
  for (const language of ['', 'de/']) {
    await page.goto(`${language}${lesson}`)
    const [end, title] = ['.end', 'strong'].map((part) =>
      message(page, 'Bob’s reply').locator(part),
    )
    await expect(end!).toContainText(/Undeliverable|Unzustellbar/)
    const words = await end!.evaluate((one) => {
      const range = document.createRange()
      range.selectNodeContents(one)
      return range.getBoundingClientRect().right
    })
    expect(words).toBeLessThan((await title!.boundingBox())!.x)
  }
})

test('one record after the other ticks its goal, and the hint follows', async ({ page }) => {
  await page.goto(lesson)
  const changes = [
    { from: 'MX  10 192.0.2.10', to: 'MX  10 mail', step: 2, met: 1 },
    { from: 'ip4:192.0.2.9', to: 'ip4:192.0.2.10', step: 3, met: 1 },
    { from: /^may IN/m, to: 'may._domainkey IN', step: 4, met: 2 },
    { from: 'p=none', to: 'p=quarantine', step: 5, met: 1, hint: 'is a good stop on the way' },
    { from: 'p=quarantine', to: 'p=reject', step: 5, met: 2 },
  ]
  let text = lessonFile('all-three-together', 'zones/example.org.zone')
  for (const { from, to, step, met, hint } of changes) {
    await goToStep(page, step)
    await expect(metGoals(page)).toHaveCount(step === 4 ? 1 : step === 5 ? 1 : 0)
    text = text.replace(from, to)
    await rewriteZone(page, text)
    await expect(metGoals(page)).toHaveCount(met)
    if (hint) await expect(targetedHint(page)).toContainText(hint)
    else await expect(targetedHint(page)).toHaveCount(0)
  }
})

test('a delivery shows what SPF, DKIM and DMARC found, down to the record', async ({ page }) => {
  await page.goto(lesson)
  await rewriteZone(page, solution)
  await expect(message(page, 'Mallory')).toContainText('Rejected')
  await openMessage(page, 'Mallory')
  await expect(delivery(page)).toContainText('203.0.113.66')
  const detail = delivery(page).getByRole('group', { name: /^Step \d+$/ })
  // What lies ahead keeps its verdict until one has stepped there.
  for (const [ahead, found] of [
    ['judges SPF: fail', 'judges SPF: fail'],
    ['DMARC ?', 'judges DMARC: fail'],
  ] as const) {
    await row(page, ahead).getByRole('button').click()
    await expect(row(page, found)).toBeVisible()
    await expect(detail).toContainText(/RFC \d+ §/)
  }
  await detail.getByRole('button', { name: 'Open the verdict' }).click()
  await expect(delivery(page).locator('.checks > details[open] mark').first()).toContainText(
    'p=reject',
  )
  await delivery(page).getByRole('button', { name: 'List' }).click()

  await openMessage(page, 'Alice')
  for (const found of ['SPF: pass', 'DKIM: pass', 'DMARC: pass'])
    await expect(row(page, `judges ${found}`)).toBeAttached()
  await expectAccessible(page)
})
