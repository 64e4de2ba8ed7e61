import { expect, test } from '@playwright/test'
import { lessonFile, lessonFolders } from './helpers/lesson-files.ts'

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

for (const { slug } of lessonFolders)
  test(`${slug} is there to read`, async ({ page }) => {
    const source = lessonFile(slug, 'lesson.md')
    const title = /^title: (.*)$/m.exec(source)?.[1] ?? ''
    const sections = [...source.matchAll(/^## (.*)$/gm)].map(([, text]) => text!)
    await page.goto(`lessons/${slug}/`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    for (const section of sections.filter((text) => text !== 'Debrief'))
      await expect(page.getByRole('heading', { name: section })).toBeVisible()
    const lastWords = source.trim().split('\n## Debrief')[0]!.trim().split(/\s+/).slice(-3)
    await expect(page.locator('.prose').first()).toContainText(lastWords.join(' '))
  })
