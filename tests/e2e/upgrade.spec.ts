import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { goToStep, judged, show } from './helpers/desk.ts'
import { playLesson } from './helpers/play-lesson.ts'
import { untilData } from './helpers/session.ts'
import { enter, enterAll } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'
import { rewriteZone } from './helpers/zone.ts'

/**
 * What browsers kept of earlier builds, as JSON: each opens in this one, with all that its learner did. To keep
 * what today's build stores: `HELO_KEEP_STORAGE=2026-11-30 npm run test:e2e -- upgrade.spec --project laptop`.
 */
const folder = join(import.meta.dirname, '../fixtures/storage')
const kept = readdirSync(folder).filter((name) => name.endsWith('.json'))
const LESSON = 'helo-world/lesson/'

type Stored = Readonly<Record<string, string>>

interface Work {
  readonly journal: readonly unknown[]
  readonly zones: Readonly<Record<string, string>>
  readonly progress: { readonly met: number; readonly done: boolean }
}

test.skip(({ isMobile }) => isMobile, 'the same storage on a phone')

const read = (page: Page): Promise<Stored> => page.evaluate(() => ({ ...localStorage }))
const workOf = (text: string | undefined): Work => JSON.parse(text ?? '{}') as Work
const addressOf = (slug: string): string => {
  const world = /^sandbox-(.+)$/.exec(slug)?.[1]
  if (world !== undefined) return `sandbox/?world=${world}`
  return slug === 'sandbox' ? 'sandbox/' : `lessons/${slug}/`
}

for (const name of kept)
  test(`what was stored on ${name.replace('.json', '')} opens with all that was done`, async ({
    page,
  }) => {
    const before = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Stored
    const noted = watch(page)
    await page.goto('./')
    await page.evaluate((stored) => {
      for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text)
    }, before)
    const slugs = Object.keys(before).flatMap((key) =>
      /^[a-z0-9-]+$/.test(key.slice(LESSON.length)) && key.startsWith(LESSON)
        ? [key.slice(LESSON.length)]
        : [],
    )
    expect(slugs.length).toBeGreaterThan(2)
    for (const slug of slugs) {
      await page.goto(addressOf(slug))
      await judged(page)
      const after = await read(page)
      const [was, is] = [before, after].map((stored) => workOf(stored[LESSON + slug]))
      // A lesson with a new edition sets aside what was done, and says so.
      const aside = workOf(after[`${LESSON}${slug}/set-aside`])
      expect([is!.journal, aside.journal], slug).toContainEqual(was!.journal)
      expect(is!.zones, slug).toEqual(was!.zones)
      if (aside.journal === undefined) {
        expect(is!.progress.met, slug).toBeGreaterThanOrEqual(was!.progress.met)
        await expect(page.locator('.coach')).not.toContainText('could not be done again')
      }
    }
    // What is stored beside the lessons is not thrown away either.
    const after = await read(page)
    expect(Object.keys(before).filter((key) => after[key] === undefined)).toEqual([])
    await page.goto('./')
    const done = slugs.filter((slug) => workOf(before[LESSON + slug]).progress.done)
    for (const slug of done.filter((one) => !one.startsWith('sandbox')))
      // What was done long ago is due again.
      await expect(page.locator(`[data-lesson="${slug}"]`)).toContainText(/done|due|review/i)
    expect(noted).toEqual([])
  })

test('today’s storage is kept', async ({ page }) => {
  const name = process.env['HELO_KEEP_STORAGE']
  test.skip(name === undefined, 'asked for by HELO_KEEP_STORAGE')
  test.setTimeout(300_000)
  await page.goto('lessons/speak-smtp/')
  await playLesson(page, 'speak-smtp')
  await page.goto('lessons/reply-codes/')
  await judged(page)
  await goToStep(page, 2)
  await page.goto('lessons/your-first-spf/')
  await show(page, 'doing')
  await rewriteZone(page, '$TTL 3600\n@ IN TXT "v=spf1 ip4:192.0.2.10 -all"\n')
  await judged(page)
  await page.goto('sandbox/')
  await enter(page, 'nc mx.example.net 25')
  await enterAll(page, untilData.slice(0, 2))
  await judged(page)
  await page
    .getByRole('button', { name: /auto|system/i })
    .first()
    .click()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(await read(page), null, 1)}\n`)
})
