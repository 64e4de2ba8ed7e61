import type { Locator, Page } from '@playwright/test'
import { readDeviceAct } from '../../../src/build/lessons/files/device-act.ts'
import { reach } from './desk.ts'

const fields: Readonly<Record<string, string>> = {
  ...{ reads: 'Reads by', after: 'After the fetch, on the server', days: 'Deletes after' },
  ...{ folders: 'Fetches', every: 'Fetches by itself', marks: 'Marks as read', sent: 'Keeps what' },
}

/** Does what a line `D:` of a play says, with the buttons of a device. */
export async function useDevice(page: Page, text: string): Promise<void> {
  const read = readDeviceAct(text)
  if (typeof read === 'string') throw new Error(read)
  const { act } = read
  const panel = await reach(page, 'devices')
  const device = panel.locator(`[data-device="${read.device}"]`)
  const press = (name: string | RegExp) => device.getByRole('button', { name }).first().click()
  switch (act.does) {
    case 'fetch':
      return press(/^Fetch/)
    case 'send':
      return press(/^Send/)
    case 'offline':
      return press('Disconnect')
    case 'online':
      return press('Connect')
    case 'set':
      return set(device, act.settings)
    case 'write': {
      await press('Write')
      await device.getByLabel('To').fill(act.to.join(', '))
      await device.getByLabel('Subject').fill(act.subject)
      await device.getByLabel('Text').fill(act.text)
      return device.getByRole('form').getByRole('button', { name: 'Send' }).click()
    }
    case 'write-mail':
      throw new Error('A plan alone writes a mail of the world.')
    case 'reply':
    case 'read':
    case 'delete':
    case 'file': {
      await press(new RegExp(`^${act.folder ?? 'INBOX'}:`))
      const row = await opened(device, act.message)
      if (act.does === 'delete') return row.getByRole('button', { name: 'Delete' }).click()
      if (act.does === 'reply') {
        await row.getByRole('button', { name: 'Reply' }).click()
        await row.getByLabel('Text').fill(act.text)
        return row.getByRole('button', { name: 'Send' }).click()
      }
      if (act.does === 'file') await row.getByRole('combobox').selectOption({ label: act.to })
    }
  }
}

/** The newest message stands first, and acts count from the oldest. */
async function opened(device: Locator, message: number): Promise<Locator> {
  const rows = device.locator('.body > ul > li')
  const row = rows.nth((await rows.count()) - message)
  const button = row.locator('button.row')
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
  return row
}

async function set(device: Locator, settings: object): Promise<void> {
  const toggle = device.getByRole('button', { name: 'Settings' })
  if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click()
  for (const [name, value] of Object.entries(settings)) {
    const field = device.getByLabel(fields[name]!)
    await field.selectOption(String(value))
  }
}
