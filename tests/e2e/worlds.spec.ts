import { expect, test } from '@playwright/test'
import { show } from './helpers/desk.ts'
import { enter, log } from './helpers/terminal.ts'

test('the sandbox opens in another world, and keeps its work apart', async ({ page }) => {
  await page.goto('sandbox/?world=small-firm')
  await expect(page).toHaveTitle(/A small firm/)
  await enter(page, 'dig +short bills.example.org MX')
  await expect(log(page)).toContainText('10 app.pay.test.')
  await page.reload()
  await show(page, 'doing')
  await expect(log(page)).toContainText('dig +short bills.example.org MX')

  await page.goto('sandbox/')
  await enter(page, 'dig +short example.org MX')
  await expect(log(page)).toContainText('10 mail.example.org.')
  await expect(log(page)).not.toContainText('bills.example.org')
})

test('a world is chosen in the rail', async ({ page }) => {
  await page.goto('sandbox/')
  await show(page, 'step')
  const open = page.getByRole('button', { name: 'Open', exact: true })
  await expect(open).toBeDisabled()
  await page.getByRole('combobox', { name: 'World' }).selectOption({ label: 'A mailing list' })
  await open.click()
  await expect(page).toHaveURL(/\?world=mailing-list$/)
  await show(page, 'step')
  await expect(page.getByRole('heading', { level: 1, name: 'A mailing list' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('lists.allotment.test')
})

test('a name that no world has opens the sandbox', async ({ page }) => {
  await page.goto('sandbox/?world=nowhere')
  await show(page, 'step')
  await expect(page.getByRole('heading', { level: 1, name: 'The sandbox' })).toBeVisible()
})

test('a world that cannot be fetched says so', async ({ page }) => {
  await page.route('**/worlds/*.json', (route) => route.abort())
  await page.goto('sandbox/?world=small-firm')
  await expect(page.getByRole('status')).toContainText('could not be fetched')
})
