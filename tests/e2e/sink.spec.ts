import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { bundleSink } from '../../src/build/package/bundle-sink.ts'
import { expectAccessible } from './helpers/accessible.ts'

test('the example of a sink takes what is typed, and what a program sends', async ({ page }) => {
  const code = await bundleSink(process.cwd())
  const root = 'http://example.test/'
  const foreign: string[] = []
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === `${root}examples/sink/`)
      return route.fulfill({
        contentType: 'text/html',
        body: await readFile('examples/sink/index.html', 'utf8'),
      })
    if (url === `${root}lib/sink/whole.js`)
      return route.fulfill({ contentType: 'text/javascript', body: code })
    if (!url.endsWith('/favicon.ico')) foreign.push(url)
    return route.abort()
  })
  await page.goto(`${root}examples/sink/`)
  const session = page.getByRole('log', { name: 'Session' })
  await expect(session).toContainText('220 sink.example')
  await page.getByLabel('Line').fill('RCPT TO:<bob@sink.example>')
  await page.keyboard.press('Enter')
  await expect(session).toContainText('503')
  await page.getByRole('button', { name: 'Let a program send a message' }).click()
  await expect(page.getByRole('listitem')).toContainText(
    'From ann@client.example to bob@sink.example',
  )
  await expect(page.getByRole('listitem')).toContainText('Hello, Bob')
  await expect(session).toContainText('the server has hung up')
  await expectAccessible(page)
  expect(foreign).toEqual([])
})
