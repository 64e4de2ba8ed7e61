import { zipSync } from 'fflate'
import { expect, test, type Page } from '@playwright/test'
import { composeReportMail } from '../../src/auth/dmarc/reports/mail.ts'
import { gzip } from '../../src/core/gzip.ts'
import { fromUtf8, utf8 } from '../../src/core/bytes.ts'
import { JUNE, report, row, xml } from '../../src/lab/reports/testing/reports.ts'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { watch } from './helpers/watch.ts'

const rows = [
  row({
    ...{ ip: '192.0.2.25', count: 90, aligned: 'dkim spf' },
    ...{ dkim: [['pass', 'example.org', 'june']], spf: ['pass', 'example.org'] },
  }),
  row({
    ...{ ip: '198.51.100.110', count: 4, aligned: 'dkim' },
    ...{ dkim: [['pass', 'example.org', 'june']], spf: ['fail', 'example.org'] },
  }),
  row({ ip: '203.0.113.66', count: 6, spf: ['fail', 'example.org'] }),
]
const day = (number: number) => xml(rows, { id: String(number), day: number })
const mail = composeReportMail({
  ...{ report: report(rows, { id: '3', day: 3 }), submitter: 'bigmail.test' },
  ...{ from: 'a@bigmail.test', to: 'dmarc@example.org', at: JUNE * 1000 },
})

const field = (page: Page) => page.getByLabel('A report, or the mail that carries it')
const results = (page: Page) => page.locator('#results')
const sources = (page: Page) => results(page).locator('.source')
const said = (page: Page) => page.locator('#said')
const files = (page: Page) => page.getByRole('list', { name: 'Files that are read' })

const file = (name: string, bytes: Uint8Array) => ({
  ...{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) },
})

async function choose(page: Page, ...given: ReturnType<typeof file>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(given)
}

/** A phone zooms out where something is too wide, so its own width is no measure. */
const overflow = async (page: Page) =>
  (await page.evaluate(() => document.documentElement.scrollWidth)) - page.viewportSize()!.width

test('a report that is pasted says who sends, and is there after a reload', async ({ page }) => {
  const noted = watch(page)
  await page.goto('reports/')
  await field(page).fill(fromUtf8(day(1)))
  await expect(results(page)).toContainText('94 of 100 messages pass. 6 are of strangers.')
  await expect(sources(page)).toHaveCount(3)
  await expect(sources(page).first()).toContainText('a stranger')
  const forwarder = sources(page).filter({ hasText: '→ a forwarder' })
  await expect(forwarder).toContainText('somebody carried it on')
  await forwarder.getByText('How it was judged').click()
  await expect(forwarder.getByText('✓ this decides')).toHaveCount(1)
  await page.getByLabel('Your zone, or your SPF record').fill('v=spf1 ip4:192.0.2.25 -all')
  await expect(sources(page).filter({ hasText: 'ip4:192.0.2.25' })).toContainText('known')
  await page.reload()
  await expect(sources(page)).toHaveCount(3)
  await expect(sources(page).filter({ hasText: 'ip4:192.0.2.25' })).toContainText('known')
  expect(noted).toEqual([])
})

test('a week of a mailbox is summed; what is bad, or came twice, is named', async ({ page }) => {
  const noted = watch(page)
  await page.goto('reports/')
  await choose(
    page,
    ...[file('monday.xml.gz', gzip(day(1))), file('two.zip', zipSync({ 'a.xml': day(2) }))],
    ...[file('mail.eml', mail), file('again.xml', day(1)), file('cat.txt', utf8('meow'))],
    file('bomb.gz', gzip(new Uint8Array(60_000_000))),
    file('cut.xml', day(4).slice(0, 2000)),
  )
  await expect(said(page)).toHaveText('7 files came in.')
  await expect(results(page)).toContainText('This report came already; it counts once.')
  await expect(results(page)).toContainText('neither XML, JSON nor a mail')
  await expect(results(page)).toContainText('more than 20,971,520 octets')
  await expect(results(page)).toContainText('It was cut off: its last row is not counted.')
  await results(page).getByText('The same as a table').click()
  await expect(results(page).getByRole('row', { name: /2 June 2026/ })).toContainText('94')
  const remove = files(page).getByRole('button')
  await expect(remove).toHaveCount(7)
  await page.getByRole('button', { name: 'Remove cat.txt' }).focus()
  await page.keyboard.press('Enter')
  await expect(remove).toHaveCount(6)
  await expect(page.getByRole('button', { name: 'Remove bomb.gz' })).toBeFocused()
  expect(noted).toEqual([])
})

test('a file that is too large is left out before it is read, and the page lives', async ({
  page,
}) => {
  await page.goto('reports/')
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(50_000_000).fill(60)], 'huge.xml'))
    document
      .querySelector('#drop')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  })
  await expect(said(page)).toHaveText('Left out, since a file may have 20 MiB: huge.xml.')
  await field(page).fill(fromUtf8(day(1)))
  await expect(sources(page)).toHaveCount(3)
})

test('files that are dropped anywhere on the page are read', async ({ page }) => {
  await page.goto('reports/')
  await page.evaluate(
    (text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'dropped.xml'))
      document
        .querySelector('h1')!
        .dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        )
    },
    fromUtf8(day(1)),
  )
  await expect(sources(page)).toHaveCount(3)
})

test('the example shows everything, by day and by night, and axe finds nothing', async ({
  page,
}) => {
  const noted = watch(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('reports/')
  await page.getByRole('button', { name: 'Show an example' }).click()
  await expect(results(page).getByRole('heading', { name: 'TLS' })).toBeVisible()
  await expect(results(page)).toContainText('Renew the certificate of mx2.example.org')
  await expect(results(page).getByRole('img', { name: /Messages by day/ })).toBeVisible()
  for (const summary of await results(page).locator('summary').all()) await summary.click()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
  expect(noted).toEqual([])
})

test('a link opens the same reports, and one’s own stay', async ({ page, browser }) => {
  await page.goto('reports/')
  await choose(page, file('monday.xml.gz', gzip(day(1))))
  await page.getByLabel('Your domains').fill('example.org')
  await expect(sources(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Share a link' }).click()
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue()

  const other = await browser.newPage()
  await other.goto('reports/')
  await field(other).fill(fromUtf8(xml([rows[2]!])))
  await expect(sources(other)).toHaveCount(1)
  await other.goto(link)
  await expect(other.locator('#linked')).toContainText('You opened a link')
  await expect(sources(other)).toHaveCount(3)
  await other.getByRole('link', { name: 'Back to mine' }).click()
  await expect(sources(other)).toHaveCount(1)
  await other.close()
})

test('what is too large for a link says so', async ({ page }) => {
  await page.goto('reports/')
  await choose(page, ...Array.from({ length: 21 }, (_, at) => file(`${at}.xml`, day(at + 1))))
  await expect(sources(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Share a link' }).click()
  await expect(said(page)).toContainText('Too large for a link')
})
