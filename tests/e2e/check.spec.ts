import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { copiedMarkdown } from './helpers/links.ts'
import { watch } from './helpers/watch.ts'

const fixture = (path: string) => `tests/check/${path}`
const read = (path: string) => readFileSync(fixture(path), 'utf8')

const summary = (page: Page) => page.locator('.results .sum')
const findings = (page: Page) => page.locator('.findings > li')
const field = (page: Page) => page.getByRole('textbox', { name: /a zone, a record or a message/ })
const choose = (page: Page, ...files: Parameters<Page['setInputFiles']>[1][]) =>
  page.locator('input[type=file]').setInputFiles(files.flat() as string[])

/** Chooses a large file that is made in the page: its octets need not travel there. */
const large = (page: Page, name: string, octets: number) =>
  page.locator('input[type=file]').evaluate(
    (input: HTMLInputElement, file) => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(file.octets)], file.name))
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { name, octets },
  )

test('a zone: what is wrong, how to fix it, and a link that shows it', async ({
  page,
  browser,
}) => {
  const noted = watch(page)
  await page.goto('check/')
  await expect(page.locator('main')).toContainText('Nothing leaves this page')
  await field(page).fill(read('zones/no-dots.zone'))
  await expect(summary(page)).toHaveText('2 warnings')
  await expect(findings(page).first()).toContainText('Without a final dot')
  await expectAccessible(page)

  await findings(page)
    .first()
    .getByRole('button', { name: /line 5/ })
    .click()
  await expect(field(page)).toBeFocused()
  const selected = await field(page).evaluate((one: HTMLTextAreaElement) =>
    one.value.slice(one.selectionStart, one.selectionEnd),
  )
  expect(selected).toBe('@ IN MX 10 mail.club.example')

  await page.getByLabel('Address of the host').fill('192.0.2.25')
  await page.getByLabel('MAIL FROM').fill('ann@club.example')
  await expect(page.locator('.sender')).toContainText('fail')

  await page.getByRole('button', { name: 'Share a link' }).click()
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue()
  const markdown = await copiedMarkdown(page)
  for (const part of [link, '@ IN MX 10 mail.club.example', 'Without a final dot'])
    expect(markdown).toContain(part)
  await page.keyboard.press('Escape')

  await findings(page).first().locator('summary').first().click()
  await expect(findings(page).first().locator('.ins').first()).toContainText('mail.club.example.')
  await findings(page).first().getByRole('button', { name: 'Make this change' }).first().click()
  await expect(summary(page)).toHaveText('1 piece of advice')
  await expect(page.locator('.sender')).toContainText('Decided by')
  await page.reload()
  await expect(summary(page)).toHaveText('1 piece of advice')
  await expect(page.getByLabel('Address of the host')).toHaveValue('192.0.2.25')

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(link)
  await expect(summary(other)).toHaveText('2 warnings')
  await expect(other.getByLabel('Address of the host')).toHaveValue('192.0.2.25')
  await expect(other.locator('.banner')).toContainText('You opened a link')
  await expectAccessible(other)
  await other.getByRole('link', { name: 'Back to mine' }).click()
  await expect(field(other)).toHaveValue('')
  await context.close()
  expect(noted).toEqual([])
})

test('a message is judged by the keys that are pasted beside it', async ({ page }) => {
  await page.goto('check/')
  await field(page).fill(read('messages/webmail.eml'))
  const key = page.getByLabel('TXT record at june._domainkey.example.org')
  await expect(key).toBeVisible()
  await expect(page.locator('.verdicts')).toContainText('unknown')
  const [, record = ''] = /_domainkey IN TXT \( (.*) \)/.exec(read('keys/example.org.zone')) ?? []
  await key.fill(record)
  await key.press('Enter')
  await expect(page.locator('.verdicts')).toContainText('signed this message')
  await choose(page, fixture('keys/example.org.zone'))
  await expect(page.locator('.verdicts dd').nth(2)).toContainText('pass')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(summary(page)).toContainText('will stand here')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.verdicts')).toContainText('pass')
})

test('two copies of a message show which octet was changed, and by whom', async ({ page }) => {
  await page.goto('check/')
  await page.getByRole('button', { name: 'Compare sent and arrived' }).click()
  await choose(page, fixture('copies/sent.eml'))
  await expect(page.getByLabel('What was sent: a zone')).toHaveValue(/DKIM-Signature/)
  await choose(page, fixture('copies/list.eml'))
  const compared = page.getByRole('region', { name: 'What changed on the way' })
  await expect(compared).toContainText('octet 9')
  await expect(compared).toContainText('the mailing list friends.lists.example.net')
  await expect(compared).toContainText('does not bear it')
  await expectAccessible(page)
})

test('what is too large is told with its limit, and nothing is lost', async ({ page }) => {
  await page.goto('check/')
  await field(page).fill('@ TXT "v=spf1 -all mx"')
  await expect(summary(page)).toContainText('warning')
  const said = page.locator('.said')
  const file = (name: string, buffer: Buffer) =>
    choose(page, { name, mimeType: '', buffer } as never)
  await large(page, 'large.zone', 10_000_000)
  await expect(said).toContainText('“large.zone” has 10,000,000 octets; up to 2,000,000 are read.')
  await large(page, 'large.eml', 49_000_000)
  await expect(said).toContainText('49,000,000')
  await file('bomb.gz', gzipSync(Buffer.alloc(60_000_000)))
  await expect(said).toContainText('“bomb.gz” is not read: more than 2,000,000 octets come out')
  await file('picture.png', Buffer.from([137, 80, 78, 71, 0]))
  await expect(said).toContainText('it is no text')
  await expect(field(page)).toHaveValue('@ TXT "v=spf1 -all mx"')

  await field(page).fill('x'.repeat(2_000_001))
  await expect(page.locator('.about')).toContainText('This has 2,000,001 characters')
  await field(page).fill('v=spf1 +all')
  await expect(findings(page).first()).toContainText('all')
})

test('nothing is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('check/')
  await choose(page, fixture('messages/mailing-list.eml'), fixture('keys/example.org.zone'))
  await expect(summary(page)).toContainText('fault')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /faults.*↓/ }).click()
  await expect(page.getByRole('heading', { name: 'What was found' })).toBeInViewport()
})
