import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectContrast } from './helpers/accessible.ts'
import { expectDone, judged, openWork, show, whole } from './helpers/desk.ts'
import { playLesson } from './helpers/play-lesson.ts'
import { enter } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

interface Handed {
  readonly name: string
  readonly text: string
}

/** Opens the dialog that hands in, and saves the file. */
async function handIn(page: Page, name: string): Promise<Handed> {
  await openWork(page)
  await page.getByRole('button', { name: 'Hand in …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand in this lesson' })
  await dialog.getByLabel('Your name').fill(name)
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the file' }).click()
  const file = await download
  await expect(dialog.getByText('is saved. Send it to your teacher.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

const asFile = ({ name, text }: Handed) => ({
  ...{ name, mimeType: 'application/json', buffer: Buffer.from(text) },
})

async function choose(page: Page, ...files: Handed[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(files.map(asFile))
}

/** Drops files on the page, as from a folder of the desktop. */
async function drop(page: Page, ...files: Handed[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, text } of given)
      transfer.items.add(new File([text], name, { type: 'application/json' }))
    return transfer
  }, files)
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: data })
}

const row = (page: Page, name: string) => page.locator('tbody').filter({ hasText: name })
const said = (page: Page) => page.locator('#shown [role=status]')

test('what is handed in is graded by whoever it is dropped on', async ({ page }) => {
  test.slow()
  const noted = watch(page)
  await page.goto('lessons/press-send/')
  await playLesson(page, 'press-send')
  await show(page, 'step')
  await expectDone(page)
  const ann = await handIn(page, 'Ann Lee')
  expect(ann.name).toBe('ann-lee.press-send.helo.json')
  expect(JSON.parse(ann.text)).toMatchObject({ name: 'Ann Lee', lesson: 'press-send', v: 1 })

  const bob = { name: 'bob.helo.json', text: ann.text.replace('Ann Lee', 'Bob') }
  const cut = { name: 'cut.helo.json', text: ann.text.slice(0, 400) }
  await page.goto('grade/')
  await expectAccessible(page)
  await drop(page, ann, bob, cut)
  await expect(said(page)).toHaveText('1 of 3 pass.', { timeout: 30_000 })
  await expect(page.locator('[data-result=done]')).toContainText('Ann Lee')
  await expect(page.locator('[data-result=doubted]')).toContainText('It says two things')
  await expect(row(page, 'cut.helo.json')).toContainText('No submission')
  const name = page.locator('[data-result=done]').getByRole('button')
  await name.focus()
  await page.keyboard.press('Enter')
  await expect(name).toHaveAttribute('aria-expanded', 'true')
  const detail = page.locator('.detail').first()
  await expect(detail).toContainText('The message is in Bob’s mailbox.')
  await expect(detail).toContainText('First answer right.')
  await expect(detail.locator('ol')).not.toContainText('✕')
  await expectAccessible(page)
  await expectContrast(page)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toContain('ann-lee.press-send.helo.json,Ann Lee,press-send,,yes,done,')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  expect(noted).toEqual([])
})

test('pastes and times are noted; what comes from the page itself is no paste', async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, 'Pastes with the keys of a keyboard.')
  await page.goto('lessons/speak-smtp/')
  await whole(page)
  const paste = (text: string) =>
    page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document
        .querySelector('.xterm-helper-textarea')!
        .dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
    }, text)
  await enter(page, 'HELP')
  await judged(page)
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('helo-world/lesson/speak-smtp/track')), {
      timeout: 20_000,
    })
    .not.toBeNull()
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/plain', 'NOOP')
      event.preventDefault()
    })
    const data = new DataTransfer()
    data.setData('text/plain', 'NOOP')
    document.body.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true }))
  })
  await paste('NOOP')
  await page.keyboard.press('Enter')
  await paste('VRFY <from elsewhere>')
  await page.keyboard.press('Enter')
  await judged(page)
  const made = await handIn(page, 'Ann')
  await page.goto('grade/')
  await choose(page, made)
  await expect(said(page)).toHaveText('0 of 1 pass.', { timeout: 30_000 })
  await row(page, 'Ann').getByRole('button').click()
  await expect(page.locator('.detail pre')).toHaveText(['VRFY <from elsewhere>'])
})

test('a class gives each name its own variant', async ({ page }) => {
  const noted = watch(page)
  await page.goto('lessons/press-send/?class=Autumn+26&name=Ann+Lee')
  const dialog = page.getByRole('dialog', { name: 'A lesson of your class' })
  await expect(dialog.getByLabel('Your name')).toHaveValue('Ann Lee', { timeout: 20_000 })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Begin with my names' }).click()
  await expect(dialog).toHaveCount(0)
  await judged(page)
  const made = await handIn(page, 'Ann Lee')
  const { variant } = JSON.parse(made.text) as { readonly variant: string }
  expect(variant).toMatch(/^seed-\d+$/)
  // A page that is opened again goes on.
  await page.reload()
  await judged(page)
  await expect(dialog).toHaveCount(0)

  await page.goto('grade/')
  await page.getByLabel('Code of the class').fill('autumn 26')
  await choose(page, made)
  await expect(said(page)).toHaveText('0 of 1 pass.', { timeout: 30_000 })
  await expect(row(page, 'Ann Lee')).toContainText('not all of it')
  await page.getByLabel('Code of the class').fill('spring 27')
  await expect(row(page, 'Ann Lee')).toContainText('Somebody else’s variant')
  await expect(row(page, 'Ann Lee')).toContainText('not believed')
  await page.getByRole('button', { name: 'Remove everything' }).click()
  await expect(row(page, 'Ann Lee')).toHaveCount(0)
  expect(noted).toEqual([])
})
