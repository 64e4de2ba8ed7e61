import { expect, test, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { reach } from './helpers/desk.ts'

/** The first steps' laptop and phone. */
async function openDevices(page: Page): Promise<{ laptop: Locator; phone: Locator }> {
  await page.goto('sandbox/?world=first-steps')
  const devices = await reach(page, 'devices')
  const device = (id: string) => devices.locator(`[data-device="${id}"]`)
  return { laptop: device('laptop'), phone: device('phone') }
}

test('a message waits in an outbox, goes on when there is a network, and is read on a phone', async ({
  page,
}) => {
  const { laptop, phone } = await openDevices(page)
  await laptop.getByRole('button', { name: 'Disconnect' }).click()
  await expect(laptop).toContainText('no network')
  await laptop.getByRole('button', { name: 'Write' }).click()
  await laptop.getByLabel('To').fill('bob')
  await laptop.getByRole('form').getByRole('button', { name: 'Send' }).click()
  await expect(laptop).toContainText('Write an address')
  await laptop.getByLabel('To').fill('bob@example.net')
  await laptop.getByLabel('Subject').fill('From the train')
  await laptop.getByRole('form').getByRole('button', { name: 'Send' }).click()
  await expect(laptop).toContainText('There is no network.')
  await expectAccessible(page, '[data-panel="devices"]')
  await laptop.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(laptop).toContainText('Nothing waits to be sent.')
  const time = await reach(page, 'time')
  await time.getByRole('button', { name: '1 hour' }).click()
  await expect(time).toContainText('09:00:00 UTC')
  await reach(page, 'devices')
  await phone.getByRole('button', { name: 'Fetch' }).click()
  const message = phone.getByRole('button', { name: /From the train/ })
  await expect(message).toContainText('unread')
  await message.click()
  await expect(message).not.toContainText('unread')
  // What was done with a device is in the journal.
  await page.reload()
  await reach(page, 'devices')
  await expect(phone.getByRole('button', { name: /From the train/ })).not.toContainText('unread')
})

test('Send above an open form sends what is in the form, and is faint where it sends nothing', async ({
  page,
}) => {
  const { laptop, phone } = await openDevices(page)
  const above = laptop.getByRole('button', { name: /^Send: / })
  const ink = (button: Locator) => button.evaluate((element) => getComputedStyle(element).color)
  await expect(above).toHaveAttribute('aria-disabled', 'true')
  expect(await ink(above)).not.toBe(await ink(laptop.getByRole('button', { name: /^Fetch: / })))
  await laptop.getByRole('button', { name: 'Write' }).click()
  await expect(above).toHaveAttribute('aria-disabled', 'false')
  await above.click()
  await expect(laptop).toContainText('Write an address')
  await laptop.getByLabel('To').fill('bob@example.net')
  await laptop.getByLabel('Subject').fill('From above')
  await above.click()
  await expect(laptop).toContainText('Nothing waits to be sent.')
  const time = await reach(page, 'time')
  await time.getByRole('button', { name: '1 hour' }).click()
  await expect(time).toContainText('09:00:00 UTC')
  await reach(page, 'devices')
  await phone.getByRole('button', { name: 'Fetch' }).click()
  await expect(phone.getByRole('button', { name: /From above/ })).toBeVisible()
})

test('a setting is changed in the form', async ({ page }) => {
  await page.goto('sandbox/?world=first-steps')
  const devices = await reach(page, 'devices')
  const phone = devices.locator('[data-device="phone"]')
  await phone.getByRole('button', { name: 'Settings' }).click()
  await phone.getByLabel('Reads by').selectOption('POP3')
  await phone.getByLabel('After the fetch, on the server').selectOption('leave it')
  await expect(phone).toContainText('POP3 from mx.example.net')
  await expectAccessible(page, '[data-panel="devices"]')
})

test('the map shows where a message went, and a host opens its log', async ({ page }) => {
  await page.goto('sandbox/')
  await reach(page, 'mails')
  await page.getByRole('button', { name: 'Send: Alice’s message to Bob' }).click()
  const map = await reach(page, 'map')
  await expect(map).toContainText('mail.example.org → mx.example.net')
  await expectAccessible(page, '[data-panel="map"]')
  const host = map.getByRole('button', { name: /^mx\.example\.net/ })
  await expect(host).toContainText('place 2 of the last message')
  await host.press('Enter')
  const log = map.getByRole('region', { name: 'Mail log of mx.example.net' })
  await expect(log).toContainText('connect from mail.example.org[192.0.2.25]')
  await log.getByRole('button', { name: 'Close' }).click()
  await expect(log).toHaveCount(0)
})
