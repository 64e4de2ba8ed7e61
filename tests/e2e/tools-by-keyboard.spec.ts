import { expect, test } from '@playwright/test'
import { fromUtf8 } from '../../src/core/bytes.ts'
import { row, xml } from '../../src/lab/reports/testing/reports.ts'
import { judged, reach } from './helpers/desk.ts'
import { pressUntilFocused } from './helpers/focus.ts'
import { settle } from './helpers/pages.ts'
import { zonePanel } from './helpers/zone.ts'

test.skip(({ isMobile }) => isMobile, 'a phone has no Tab key')

test('a zone is checked, mended and shared with the keys alone', async ({ page }) => {
  await page.goto('check/')
  await settle(page)
  await pressUntilFocused(page, 'Tab', page.getByRole('textbox', { name: /a zone, a record/ }))
  await page.keyboard.insertText('shop.example. 300 IN TXT "v=spf1 ip4:192.0.2.1 -al"\n')
  const first = page.locator('.findings > li').first()
  await expect(first).toContainText('-al')
  const fix = first.locator('summary').first()
  await pressUntilFocused(page, 'Tab', fix)
  await page.keyboard.press('Enter')
  await pressUntilFocused(page, 'Tab', first.getByRole('button', { name: 'Make this change' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /a zone, a record/ })).toHaveValue(/-all"/)
  // The findings before the change go with the next ones, and the focus with them.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Share a link' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'The link' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Share a link' })).toBeFocused()
})

test('a report is read with the keys alone', async ({ page }) => {
  const report = fromUtf8(xml([row({ ip: '203.0.113.66', count: 6 })], { id: '1', day: 1 }))
  await page.goto('reports/')
  await settle(page)
  await pressUntilFocused(page, 'Tab', page.getByLabel('A report, or the mail that carries it'))
  await page.keyboard.insertText(report)
  const source = page.locator('#results .source').first()
  await expect(source).toContainText('203.0.113.66')
  const how = source.locator('summary').first()
  await pressUntilFocused(page, 'Tab', how)
  await page.keyboard.press('Enter')
  await expect(source.locator('details').first()).toHaveAttribute('open')
})

test('a record is written and taken to the sandbox with the keys alone', async ({ page }) => {
  await page.goto('write/')
  await settle(page)
  await pressUntilFocused(page, 'Tab', page.getByLabel('Your domain'))
  await page.keyboard.type('shop.example')
  await pressUntilFocused(page, 'Tab', page.getByRole('radio', { name: /probably not/ }))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('#record pre').first()).toContainText('shop.example. 3600 IN TXT')
  await pressUntilFocused(page, 'Tab', page.getByText('Open in the sandbox'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sandbox\//)
  await expect(page.locator('dialog[open]')).toContainText('shop.example')
})

test('one’s own zone becomes a world with the keys alone', async ({ page }) => {
  await page.goto('sandbox/')
  await judged(page)
  await pressUntilFocused(page, 'Tab', page.getByRole('button', { name: 'Paste or drop …' }))
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Zone or message' })
  await expect(field).toBeVisible()
  await pressUntilFocused(page, 'Tab', field)
  await page.keyboard.insertText(
    '$ORIGIN own.example.\n@ SOA ns h 1 2h 1h 2w 1h\n@ NS ns\nns A 192.0.2.9\n',
  )
  const add = page.getByRole('button', { name: 'Add the zone' })
  await expect(add).toBeEnabled()
  await pressUntilFocused(page, 'Tab', add)
  await page.keyboard.press('Enter')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await judged(page)
  await reach(page, 'zone')
  await expect(zonePanel(page).getByRole('button', { name: /^own\.example/ })).toBeVisible()
})

test('a rule is found, and its example opened, with the keys alone', async ({ page }) => {
  await page.goto('rules/')
  await settle(page)
  await page.keyboard.press('/')
  await page.keyboard.type('spf/no-all')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/rules\/spf\/no-all\//)
  await pressUntilFocused(page, 'Tab', page.getByRole('link', { name: 'Open in the sandbox' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sandbox\//)
})
