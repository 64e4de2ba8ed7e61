import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'
import { rewriteZone, waitForEditor } from './helpers/zone.ts'

const journey = (page: Page): Locator => page.locator('[data-panel="delivery"]')

async function openMessage(page: Page, title: string): Promise<void> {
  await reach(page, 'mails')
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
  const delivery = await reach(page, 'delivery')
  await delivery.getByRole('button', { name: 'Checks' }).click()
}

/** Opens what one check found, for the message that is drawn. */
async function openCheck(page: Page, name: 'SPF' | 'DKIM' | 'DMARC'): Promise<Locator> {
  const found = journey(page)
    .locator('.checks > details')
    .filter({
      has: page.locator('summary strong', { hasText: new RegExp(`^${name}$`) }),
    })
  await found.locator('> summary').click()
  return found
}

test('the checks are drawn: the tree of SPF, the stages of DKIM, the walk of DMARC', async ({
  page,
}) => {
  await page.goto('sandbox/')
  await openMessage(page, 'Alice’s message to Bob')
  const spf = await openCheck(page, 'SPF')
  await expect(spf.locator('figcaption')).toContainText('1 of 10 lookups')
  await expect(spf.locator('.decides .term').first()).toHaveText('mx')
  await expect(spf.locator('li[data-status="unreached"]').last()).toContainText('-all')
  const dkim = await openCheck(page, 'DKIM')
  await expect(dkim.locator('li[data-status="holds"]')).toHaveCount(4)
  await expect(dkim.locator('[data-group="signed"]')).toContainText('Subject')
  const dmarc = await openCheck(page, 'DMARC')
  await expect(dmarc.getByRole('region', { name: 'Alignment' })).toContainText('aligned, relaxed')
  await expect(dmarc.getByRole('region', { name: /^Tree walk/ })).toContainText('1 of 8 questions')
  await expect(dmarc.getByRole('table')).toContainText('RFC 7489')
  await expectAccessible(page)
})

test('an include leads down to the record that decided', async ({ page }) => {
  await page.goto('sandbox/')
  await openMessage(page, 'The newsletter of example.org')
  const spf = await openCheck(page, 'SPF')
  const inner = spf.locator('.decides .decides')
  await expect(inner.locator('.term')).toHaveText('ip4:203.0.113.80')
})

test('the eleventh lookup is marked, and breaks the record', async ({ page, isMobile }) => {
  await page.goto('sandbox/')
  if (!isMobile) await waitForEditor(page)
  const terms = Array.from({ length: 11 }, (_, at) => `a:h${at}.example.org`).join(' ')
  await rewriteZone(page, `@ TXT "v=spf1 ${terms} -all"\n* A 192.0.2.99\n`)
  await openMessage(page, 'Alice’s message to Bob')
  await expect(journey(page).locator('.checks summary').first()).toContainText('permerror')
  const spf = await openCheck(page, 'SPF')
  await expect(spf.locator('.budget [data-over="true"]')).toHaveText(/11/)
  await expect(spf.locator('.decides .term')).toHaveText('a:h10.example.org')
})
