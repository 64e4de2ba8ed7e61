import { expect, test, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { coach, metGoals, openWork, show } from './helpers/desk.ts'
import { session } from './helpers/session.ts'
import { enter, log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const lesson = 'lessons/speak-smtp/'
const key = 'helo-world/lesson/speak-smtp'
const problem = (page: Page) => coach(page).locator('.text')

/** Puts a text where the lesson keeps its work, before the lesson is opened. */
async function store(page: Page, text: string): Promise<void> {
  await page.goto('./')
  await page.evaluate(([name, value]) => localStorage.setItem(name!, value!), [key, text])
}

const stored = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key)

async function expectWorkGoesOn(page: Page): Promise<void> {
  await enter(page, session.hello)
  await expect(log(page)).toContainText('250 HELP')
}

async function fillStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
}

test('a storage that is full is reported once, and the work can be taken away as a file', async ({
  page,
}) => {
  await fillStorage(page)
  const noted = watch(page)
  await page.goto(lesson)
  await expectWorkGoesOn(page)
  await expect(problem(page)).toHaveText(/storage is full/)
  await openWork(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export my work' }).click()
  const file = await (await download).path()
  const exported = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  expect(exported).toMatchObject({ lesson: 'speak-smtp', progress: { met: 1, of: 6, done: false } })
  expect(exported['transcript']).toContain('C: EHLO desk.example.org\nS: 250-')
  expect(noted).toEqual([])
})

test('a storage that filled up gives back what was kept before', async ({ page }) => {
  await page.goto(lesson)
  await expectWorkGoesOn(page)
  await fillStorage(page)
  await page.reload()
  await expect(metGoals(page)).toHaveCount(1)
  await enter(page, 'NOOP')
  await show(page, 'doing')
  await expect(log(page)).toContainText('250 2.0.0')
  await expect(problem(page)).toHaveText(/storage is full/)
})

test('a storage that is blocked is reported, and the work goes on', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  const noted = watch(page)
  await page.goto(lesson)
  await expect(problem(page)).toHaveText(/This browser keeps nothing/)
  await expectWorkGoesOn(page)
  expect(noted).toEqual([])
})

const unreadable = [
  { name: 'JSON that was cut short', text: '{"v":1,"journal":[{"kind":"ty' },
  { name: 'an older version', text: '{"v":0,"typed":"nc mx.example.org 25"}' },
]

for (const { name, text } of unreadable)
  test(`${name} is kept as a backup, and the lesson starts anew`, async ({ page }) => {
    const noted = watch(page)
    await store(page, text)
    await page.goto(lesson)
    await expect(problem(page)).toHaveText(/could not be read/)
    await expectWorkGoesOn(page)
    const backup = await page.evaluate((name) => localStorage.getItem(`${name}/unreadable`), key)
    expect(backup).toBe(text)
    await page.reload()
    await expect(metGoals(page)).toHaveCount(1)
    await expect(problem(page)).not.toHaveText(/could not be read/)
    expect(noted).toEqual([])
  })

test('work of a later version is left as it is', async ({ page }) => {
  const later = '{"v":3,"deeds":[]}'
  await store(page, later)
  await page.goto(lesson)
  await expect(problem(page)).toHaveText(/by a later version/)
  await expectWorkGoesOn(page)
  expect(await stored(page)).toBe(later)
})

test('a journal that no longer plays does not keep the lesson shut', async ({ page }) => {
  const journal = [
    { kind: 'type', data: 'NOOP\r' },
    { kind: 'send', mail: 'gone' },
  ]
  await store(
    page,
    JSON.stringify({ v: 2, edition: 2, journal, zones: { 'no.example': '@' }, hints: { no: 99 } }),
  )
  await page.goto(lesson)
  await show(page, 'doing')
  await expect(log(page)).toContainText('NOOP')
  await expectWorkGoesOn(page)
})
