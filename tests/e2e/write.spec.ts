import { expect, test, type Page } from '@playwright/test'
import { readLink } from '../../src/lab/link/read-link.ts'
import { writeLink } from '../../src/lab/link/write-link.ts'
import { expectAccessible } from './helpers/accessible.ts'
import { copiedMarkdown } from './helpers/links.ts'
import { watch } from './helpers/watch.ts'

const lines = (page: Page) => page.locator('#record pre').first()
const summary = (page: Page) => page.locator('#record .sum')
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Records' }).getByRole('link', { name })

test('an SPF record is chosen, judged, mended and kept', async ({ page }) => {
  const noted = watch(page)
  await page.goto('write/')
  await expect(lines(page)).toContainText('example.org. 3600 IN TXT "v=spf1 mx ~all"')
  await page.getByLabel('Your domain').fill('Shop.Example.NET.')
  await expect(lines(page)).toContainText('shop.example.net. 3600 IN TXT')
  await page.getByLabel('Addresses and networks that send').fill('300.1.1.1')
  await expect(summary(page)).toHaveText('1 error')
  await expect(page.locator('#record')).toContainText('is more than 255')
  await expectAccessible(page)
  await page.getByLabel('Addresses and networks that send').fill('192.0.2.25 2001:db8::/64')
  await page.getByRole('radio', { name: 'no (-all)' }).check()
  await expect(lines(page)).toContainText('"v=spf1 ip4:192.0.2.25 ip6:2001:db8::/64 mx -all"')
  await expect(summary(page)).toHaveText('No problems')
  await expect(page.locator('#record')).toContainText('1 of 10 lookups')
  await page.reload()
  await expect(lines(page)).toContainText('shop.example.net. 3600 IN TXT "v=spf1 ip4:192.0.2.25')
  expect(noted).toEqual([])
})

test('each kind has its own address, and is there by keyboard', async ({ page }) => {
  await page.goto('write/#bimi')
  await expect(tab(page, 'BIMI')).toHaveAttribute('aria-current', 'page')
  await expect(summary(page)).toHaveText('Not finished yet')
  await expectAccessible(page)
  await tab(page, 'DMARC').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#dmarc$/)
  await expect(lines(page)).toContainText('_dmarc.example.org.')
  await page.goBack()
  await expect(tab(page, 'BIMI')).toHaveAttribute('aria-current', 'page')
})

test('a pair of keys is made in the page, and the private half is kept nowhere', async ({
  page,
}) => {
  await page.goto('write/#dkim')
  await page.getByRole('button', { name: 'Make a pair of keys' }).click()
  const secret = page.getByRole('region', { name: 'The private key, shown this once' })
  await expect(secret).toContainText('BEGIN PRIVATE KEY')
  await expect(lines(page)).toContainText(
    's1._domainkey.example.org. 3600 IN TXT "v=DKIM1; k=rsa; p=MII',
  )
  await expect(summary(page)).toHaveText('No problems')
  await expect(page.locator('#record')).toContainText('written as 2 strings')
  await expectAccessible(page)
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  )
  expect(stored).toContain('MII')
  expect(stored).not.toContain('PRIVATE')
  await page.reload()
  await expect(lines(page)).toContainText('p=MII')
  await expect(page.getByText('BEGIN PRIVATE KEY')).toHaveCount(0)

  await page
    .getByLabel('Public key')
    .fill('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')
  await expect(page.getByText('It was taken out again')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Public key' })).toHaveValue('')
})

test('DMARC goes up by a plan, and to reject only where it may', async ({ page }) => {
  await page.goto('write/#dmarc')
  await page.getByLabel('Daily reports go to').fill('dmarc@example.org')
  const plan = page.getByRole('region', { name: 'The way up' })
  await page.getByLabel('It begins on').fill('2026-06-01')
  await expect(plan.getByRole('listitem')).toHaveCount(3)
  await expect(plan).toContainText('It ends at quarantine')
  await page.getByLabel('All of it is signed with DKIM').check()
  await page.getByLabel('People here post to mailing lists').uncheck()
  await expect(plan.getByRole('listitem')).toHaveCount(5)
  await expect(plan.getByRole('listitem').last()).toContainText('p=reject')
  await plan.getByRole('button', { name: 'Take this record' }).nth(1).click()
  await expect(lines(page)).toContainText('p=quarantine; rua=mailto:dmarc@example.org; t=y')
  await expectAccessible(page)
})

test('what one has is pasted, goes on as choices, and can be taken back', async ({ page }) => {
  await page.goto('write/')
  await page.getByText('You have one already?').click()
  const paste = page.getByLabel('The record you have')
  await paste.fill(
    '_dmarc.example.net. IN TXT "v=DMARC1; p=reject; pct=50"\nexample.net. TXT "v=spf1 a -all"',
  )
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('Read: DMARC, SPF. Left out')).toContainText('pct (no longer')
  await expect(lines(page)).toContainText('example.net. 3600 IN TXT "v=spf1 a -all"')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(lines(page)).toContainText('"v=spf1 mx ~all"')
  await paste.fill('x'.repeat(70_000))
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('more than 65,536 characters')).toBeVisible()
  await paste.fill('nothing of mail')
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('None of this is a record')).toBeVisible()
})

test('what was written goes on as a link, and a link opens beside one’s own', async ({
  page,
  browser,
}) => {
  await page.goto('write/#mta-sts')
  await page.getByLabel('Your mail hosts').fill('mail.example.org')
  await page.getByLabel('Reports about TLS go to').fill('tls@example.org')
  const sandbox = page.getByRole('link', { name: 'Open in the sandbox' })
  await expect(sandbox).toHaveAttribute('href', /\/sandbox\/#s=/)
  const read = readLink(new URL((await sandbox.getAttribute('href'))!).hash)
  expect(read).toMatchObject({
    ok: true,
    state: {
      texts: [
        { name: 'example.org' },
        { name: 'https://mta-sts.example.org/.well-known/mta-sts.txt' },
      ],
    },
  })
  await page.getByRole('button', { name: 'Share a link' }).click()
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue()
  const markdown = await copiedMarkdown(page)
  for (const part of [link, '_smtp._tls.example.org.', 'version: STSv1'])
    expect(markdown).toContain(part)

  const other = await browser.newPage()
  await other.goto(page.url().replace(/#.*/, ''))
  await other.getByLabel('Your domain').fill('mine.example')
  await other.goto('about:blank')
  await other.goto(link)
  await expect(other.getByText('You opened a link')).toBeVisible()
  await expect(tab(other, 'MTA-STS')).toHaveAttribute('aria-current', 'page')
  await expect(lines(other)).toContainText('_smtp._tls.example.org.')
  await other.getByRole('link', { name: 'Back to my work' }).click()
  await expect(other.getByLabel('Your domain')).toHaveValue('mine.example')
  await other.close()
})

test('a link that is no state is said, and the page is there', async ({ page }) => {
  await page.goto(`write/#${writeLink({ v: 1, texts: [] }).slice(0, -9)}`)
  await expect(page.getByText('was cut off')).toBeVisible()
  await expect(lines(page)).toContainText('v=spf1')
})

test('what a provider says goes into the fields as it is, and on into the sandbox', async ({
  page,
}) => {
  const noted = watch(page)
  await page.goto('write/#spf')
  await page.getByLabel('Your domain').fill('https://firm.example/contact')
  await expect(page.locator('#domain-said')).toContainText('the zone of firm.example')
  await page
    .getByLabel('Providers that send for you')
    .fill('include:spf.news.example\nv=spf1 include:_spf.crm.example -all')
  await expect(lines(page)).toContainText(
    '"v=spf1 mx include:spf.news.example include:_spf.crm.example ~all"',
  )
  await expect(page.locator('#record')).toContainText('-all was left out')
  await tab(page, 'DKIM').click()
  await page.getByLabel('Public key').fill('k1._domainkey.firm.example CNAME dkim.news.example')
  await expect(page.locator('#record')).toContainText('This is an alias (CNAME)')
  await tab(page, 'MTA-STS').click()
  await page.getByLabel('Your mail hosts').fill('firm.example. IN MX 10 mail.firm.example.')
  await expect(page.locator('#record pre').nth(1)).toContainText('mx: mail.firm.example\n')
  await tab(page, 'DMARC').click()
  await page.getByLabel('Daily reports go to').fill('firm@rua.reports.example')
  await expect(page.locator('#record')).toContainText(
    'firm.example._report._dmarc.rua.reports.example',
  )
  await page.getByRole('link', { name: 'Open in the sandbox' }).click()
  const dialog = page.locator('dialog[open]')
  await expect(dialog.getByRole('textbox', { name: 'The zone is called' })).toHaveValue(
    'firm.example',
  )
  await dialog.getByRole('button', { name: 'Add the zone' }).click()
  await expect(dialog).toHaveCount(0)
  expect(noted).toEqual([])
})
