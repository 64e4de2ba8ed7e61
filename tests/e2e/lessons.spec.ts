import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { expectDone, show, slot, type Slot } from './helpers/desk.ts'
import { triedLessons } from './helpers/lesson-files.ts'
import { playLesson } from './helpers/play-lesson.ts'
import { watch } from './helpers/watch.ts'

/** The top and the height of what must not move while one works. */
const places = (page: Page) =>
  page.evaluate(() =>
    ['[data-slot="doing"] .panel', '.coach', '[data-slot="effect"] .panel', '.nav'].map((name) => {
      const box = document
        .querySelector(`.desk:not([data-static]) ${name}`)
        ?.getBoundingClientRect()
      return box && [Math.round(box.top), Math.round(box.height)]
    }),
  )

async function expectInView(page: Page, name: Slot): Promise<void> {
  const box = (await slot(page, name).boundingBox())!
  const { width, height } = page.viewportSize()!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(width)
  expect(box.y + box.height).toBeLessThanOrEqual(height)
  expect(box.height).toBeGreaterThan(100)
}

for (const { slug } of triedLessons)
  test(`${slug} is done on one screen, and nothing moves under the hand`, async ({
    page,
  }, info) => {
    const noted = watch(page)
    await page.goto(`lessons/${slug}/`)
    await show(page, 'doing')
    const before = await places(page)
    const isLaptop = info.project.name === 'laptop'
    await playLesson(page, slug, {
      async after() {
        // On a phone one slot is seen at a time.
        const seen: Slot[] = isLaptop ? ['step', 'doing', 'effect'] : []
        for (const name of seen) await expectInView(page, name)
        expect(await places(page)).toEqual(before)
        expect(await page.evaluate(() => scrollY)).toBe(0)
      },
    })
    await show(page, 'step')
    await expectDone(page)
    await page.locator('.nav .next').click()
    await expectAccessible(page)
    expect(noted).toEqual([])
  })
