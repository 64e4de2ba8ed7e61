import { expect, test } from '@playwright/test'
import { lessonFile, lessonFolders, triedLessons } from './helpers/lesson-files.ts'

test.use({ javaScriptEnabled: false })

test('the home page is all there, and leads to every lesson', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByText('250 2.0.0 Ok: queued as 34E93274143')).toBeVisible()
  const links = page.locator('[data-lesson] a')
  await expect(links).toHaveCount(lessonFolders.length)
  for (const [index, { slug }] of lessonFolders.entries()) {
    await links.nth(index).click()
    await expect(page).toHaveURL(new RegExp(`/lessons/${slug}/$`))
    await page.getByRole('link', { name: 'Lessons', exact: true }).click()
    await expect(page).toHaveURL(/\/#lessons$/)
  }
})

for (const { slug } of triedLessons)
  test(`${slug} is there to read`, async ({ page }) => {
    const source = lessonFile(slug, 'lesson.md')
    const title = /^title: '?(.*?)'?$/m.exec(source)?.[1] ?? ''
    const sections = [...source.matchAll(/^##+ (.*?)(?: \{#.*\})?$/gm)].map(([, text]) => text!)
    await page.goto(`lessons/${slug}/`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    // The last two of a lesson have no heading of their own.
    for (const section of sections.filter((text) => text !== 'Debrief' && text !== 'Notes'))
      await expect(page.getByRole('heading', { name: plain(section), exact: true })).toBeVisible()
    for (const part of source.trim().split('\n## ').slice(1)) {
      const last = page.getByText(plain(part.trim().split('\n').at(-1)!))
      await last.last().scrollIntoViewIfNeeded()
      await expect(last.last()).toBeInViewport()
    }
  })

/** Markdown as it reads: without its marks; a star in code is none. */
const plain = (text: string) => text.replaceAll(/`([^`]*)`|\*/g, (_, code = '') => code as string)
