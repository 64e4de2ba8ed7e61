import { expect, type Page } from '@playwright/test'
import { show, slot, type Slot } from './desk.ts'

export const slots: readonly Slot[] = ['step', 'doing', 'effect']

/** Sizes of screens that have all three slots at once. */
export const wholeSizes = [
  ...[[1280, 720] as const, [1366, 768] as const, [1440, 900] as const],
  ...[[1536, 864] as const, [1920, 1080] as const, [1024, 768] as const, [768, 1024] as const],
]
/** Sizes with one slot at a time: a phone, a small one, and a laptop zoomed to 150 %. */
export const foldedSizes = [[853, 480] as const, [390, 844] as const, [320, 640] as const]

/** Whether the page scrolls, or what of it is cut off or scrolls at its side. */
const scrolls = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    const bars =
      '.masthead .row, .panel > header, .coach .inner, [data-slot="step"] > *, .panel-body'
    const wide = [...document.querySelectorAll<HTMLElement>(bars)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
    return {
      down: scrollHeight > clientHeight,
      sideways: scrollWidth > clientWidth,
      cut: wide.map((one) => one.parentElement?.dataset['panel'] ?? one.className),
    }
  })

/** A slot lies inside the window, and nothing scrolls or is cut off that should not. */
export async function expectInside(page: Page, name: Slot): Promise<void> {
  await expect(slot(page, name)).toBeVisible()
  const box = (await slot(page, name).boundingBox())!
  const { width, height } = page.viewportSize()!
  const size = `${name} at ${width}×${height}`
  expect(Math.min(box.x, box.y), size).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width, size).toBeLessThanOrEqual(width)
  expect(box.y + box.height, size).toBeLessThanOrEqual(height)
  expect(Math.min(box.width, box.height), size).toBeGreaterThan(100)
  expect(await scrolls(page), size).toEqual({ down: false, sideways: false, cut: [] })
}

/** The same of each slot on every screen. */
export async function expectInsideAtAllSizes(page: Page): Promise<void> {
  for (const [width, height] of [...wholeSizes, ...foldedSizes]) {
    await page.setViewportSize({ width, height })
    const isFolded = foldedSizes.some(([one, other]) => one === width && other === height)
    for (const name of slots) {
      // One tap shows it.
      if (isFolded) await show(page, name)
      await expectInside(page, name)
    }
  }
}
