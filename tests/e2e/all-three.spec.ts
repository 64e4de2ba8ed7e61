import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { expectDone, metGoals, targetedHint } from './helpers/goals.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { watch } from './helpers/watch.ts'
import { rewriteZone } from './helpers/zone.ts'

const lesson = 'lessons/all-three-together/'
const solution = lessonFile('all-three-together', 'solution/example.org.zone')
const messages = (page: Page) => page.locator('[data-panel="mails"]')
const message = (page: Page, title: string) =>
  messages(page).locator('li[data-stands]').filter({ hasText: title })
const journey = (page: Page) => page.locator('[data-panel="verdict"]')

test('with four fixed records every message ends where it should', async ({ page }) => {
  const noted = watch(page)
  await page.goto(lesson)
  await expect(message(page, 'Alice’s letter')).toContainText('Junk')
  await expect(message(page, 'Bob’s reply')).toContainText('Undeliverable')
  await expect(message(page, 'The forged letter')).toContainText('Junk')

  await rewriteZone(page, solution)
  await expect(message(page, 'Alice’s letter')).toContainText('Inbox')
  await expect(message(page, 'Bob’s reply')).toContainText('Inbox')
  await expect(message(page, 'The forged letter')).toContainText('Rejected')
  await expectDone(page)
  await expectAccessible(page)
  expect(noted).toEqual([])
})

test('one record after the other ticks its goal, and the hint follows', async ({ page }) => {
  await page.goto(lesson)
  const zone = lessonFile('all-three-together', 'zones/example.org.zone')
  const steps = [
    { from: 'MX  10 192.0.2.10', to: 'MX  10 mail', met: 1 },
    { from: 'ip4:192.0.2.9', to: 'ip4:192.0.2.10', met: 2 },
    { from: /^may IN/m, to: 'may._domainkey IN', met: 4 },
    { from: 'p=none', to: 'p=reject', met: 5 },
  ]
  let text = zone
  for (const { from, to, met } of steps) {
    text = text.replace(from, to)
    await rewriteZone(page, text)
    await expect(metGoals(page)).toHaveCount(met)
    if (met === 4) await expect(targetedHint(page)).toContainText('p=none')
  }
  await expectDone(page)
})

test('a journey shows what SPF, DKIM and DMARC found, down to the record', async ({ page }) => {
  await page.goto(lesson)
  await rewriteZone(page, solution)
  await expect(message(page, 'The forged letter')).toContainText('Rejected')
  await message(page, 'The forged letter')
    .getByRole('button', { name: /^The forged/ })
    .click()
  await expect(journey(page)).toContainText('forger.example')
  const checks = journey(page).locator('.checks > details')
  await expect(checks).toHaveText([/^SPF\s*fail/, /^DKIM\s*none/, /^DMARC\s*fail/])
  for (const check of await checks.all()) {
    await check.locator('summary').first().click()
    await expect(check).toContainText(/RFC \d+ §/)
  }
  await expect(checks.last().locator('mark').first()).toContainText('p=reject')

  await message(page, 'Alice’s letter')
    .getByRole('button', { name: /^Alice/ })
    .click()
  await expect(checks).toHaveText([/^SPF\s*pass/, /^DKIM\s*pass/, /^DMARC\s*pass/])
  await expectAccessible(page)
})
