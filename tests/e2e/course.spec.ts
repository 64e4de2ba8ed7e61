import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { expectDone, show } from './helpers/desk.ts'
import { largeCourse, storeWork, withLargeCourse } from './helpers/large-course.ts'
import { lessonFolders } from './helpers/lesson-files.ts'
import { playLesson } from './helpers/play-lesson.ts'

const midway = [
  ...largeCourse.slice(0, 14).map(({ slug }, at) => ({ slug, met: 5, daysAgo: at % 4 ? 0 : 2 })),
  { slug: largeCourse[14]!.slug, met: 2 },
]

test.describe('a course of 68 lessons', () => {
  test.beforeEach(({ page }) => withLargeCourse(page))

  test('is named in full, with what is next in view, and nothing is wider than the page', async ({
    page,
    isMobile,
  }) => {
    await storeWork(page, midway)
    await page.goto('./')
    await expect(page.locator('[data-lesson]')).toHaveCount(68)
    await expect(page.getByRole('link', { name: /^Continue MIME parts/ })).toBeInViewport()
    const next = page.locator('.lesson[data-next]')
    await expect(next).toHaveCount(1)
    await expect(next).toContainText('step 3 of 5')
    await expect(page.locator('#progress')).toHaveText('14 of 68 lessons done')
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide).toBe(0)
    await expectAccessible(page)
    const open = page.locator('.module details[open]')
    await expect(open).toHaveCount(isMobile ? 1 : 8)
    await expect(next).toBeVisible()
  })

  test('a path counts its lessons and decides what is next', async ({ page }) => {
    await page.goto('./')
    await page.getByRole('button', { name: /^I have an hour/ }).click()
    await expect(page.getByRole('button', { name: /I have an hour/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await expect(page.locator('.lesson[data-path]')).toHaveCount(5)
    await expect(page.locator('#progress')).toHaveText(/^0 of 5 lessons of this path done · about/)
    await expect(page.locator('.lesson[data-next]')).toContainText('Speak SMTP')
    await expectAccessible(page)
    await page.reload()
    await expect(page.getByRole('link', { name: /^Go on Speak SMTP/ })).toBeVisible()
    await page.getByRole('button', { name: /^The whole course/ }).click()
    await expect(page.locator('.lesson[data-path]')).toHaveCount(0)
    await expect(page.locator('.lesson .stamp').nth(1)).toHaveText('2')
  })

  test('in a lesson the list opens by keyboard, finds a lesson and goes there', async ({
    page,
  }) => {
    await page.goto('lessons/your-first-spf/')
    const drawer = page.getByRole('dialog', { name: 'The course' })
    const link = page.getByRole('button', { name: 'Lessons' })
    await expect(link).toBeVisible()
    await page.keyboard.press('Alt+l')
    await expect(drawer).toBeVisible()
    await expect(drawer.getByRole('link', { name: /Your first SPF/ })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await expectAccessible(page)
    await expect(drawer.getByRole('link', { name: /^The lesson after: Whose name/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(link).toBeFocused()
    await page.keyboard.press('Enter')
    // On a phone no keyboard comes up by itself.
    await drawer.getByRole('searchbox').focus()
    await page.keyboard.type('smtp')
    await expect(drawer.getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/lessons\/speak-smtp\/$/)
  })
})

test('where the list cannot be fetched, the link leads home', async ({ page }) => {
  await page.route('**/course.json', (route) => route.abort())
  await page.goto('lessons/your-first-spf/')
  await page.getByRole('button', { name: 'Lessons' }).click()
  await expect(page).toHaveURL(/#lessons$/)
})

const [lesson] = lessonFolders

/** Plays the first lesson to its end; the log of plays is kept when it is there. */
async function playFirst(page: Page): Promise<void> {
  await page.goto(`lessons/${lesson!.slug}/`)
  await playLesson(page, lesson!.slug)
  await show(page, 'step')
  await expectDone(page)
  const key = `helo-world/lesson/${lesson!.slug}/plays`
  await expect
    .poll(() => page.evaluate((name) => localStorage.getItem(name), key))
    .toContain('"journal"')
}

async function recordOf(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByLabel('Name on it').fill('Ann Example')
  await page.getByRole('button', { name: 'Make the record' }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

test('who has done nothing reads what there is to learn', async ({ page }) => {
  await page.goto('skills/')
  await expect(page.locator('#sum')).toContainText('Nothing is done yet')
  await expect(page.locator('.skill')).toHaveCount(lessonFolders.length)
  await page.getByRole('button', { name: 'Make the record' }).click()
  await expect(page.locator('#record-said')).toHaveText('A record needs one lesson that is done.')
  await page.getByRole('button', { name: 'Export everything' }).click()
  await expect(page.locator('#import-said')).toContainText('no work in this browser')
  await expectAccessible(page)
})

test('a lesson that is done is a skill, leaves as a record, and a changed record is found out', async ({
  page,
}) => {
  await playFirst(page)
  await page.goto('skills/')
  const skill = page.locator(`.skill[data-lesson="${lesson!.slug}"]`)
  await expect(skill.locator('.state')).toContainText('You can, since')
  await expect(skill).toContainText('Review on')
  await expectAccessible(page)

  const record = await recordOf(page)
  expect(record).toContain('of Ann Example')
  await page.getByLabel('The record').fill(record)
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.locator('#verify-said')).toHaveText(
    'It holds for Ann Example: one lesson was really done.',
  )
  await expect(page.locator('#verified li')).toHaveCount(1)
  await expectAccessible(page)

  const [code] = /^H4s.*$/m.exec(record) ?? []
  const changed = record.replace(code!, `${code!.slice(0, 20)}A${code!.slice(21)}`)
  await page
    .locator('#verify-file')
    .setInputFiles({ name: 'r.txt', mimeType: 'text/plain', buffer: Buffer.from(changed) })
  await expect(page.locator('#verify-said')).toContainText('This is no record as it was made')
})

test('all work leaves as one file and comes into another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  await playFirst(page)
  await page.goto('skills/')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export everything' }).click()
  const file = await (await download).path()
  const other = await (await browser.newContext()).newPage()
  await other.goto(`${baseURL}skills/`)
  await other.locator('#import-file').setInputFiles(file)
  await expect(other.locator('#import-said')).toHaveText('The work on one lesson came in.')
  await expect(other.locator(`.skill[data-lesson="${lesson!.slug}"]`)).toContainText(
    'You can, since',
  )
  await other
    .locator('#import-file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') })
  await expect(other.locator('#import-said')).toContainText('holds no work')
})
