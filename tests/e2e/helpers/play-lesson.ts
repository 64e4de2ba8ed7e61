import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { answerCard, card, goToStep, judged, reach, show } from './desk.ts'
import { lessonFile, lessonFolders, playOf, zoneOf } from './lesson-files.ts'
import { enter } from './terminal.ts'
import { useDevice } from './use-device.ts'
import { openZone, rewriteZone } from './zone.ts'

interface Mail {
  readonly id?: string
  readonly title?: string
}

interface LessonData {
  readonly world: { readonly mails?: readonly Mail[] | Readonly<Record<string, Mail | null>> }
  readonly steps: Readonly<Record<string, { readonly card?: { readonly id: string } }>>
}

/** The number of the step that a card stands in, from 1. */
export function stepOfCard(slug: string, id: string): number {
  const { steps } = load(lessonFile(slug, 'lesson.yaml')) as LessonData
  const { folder } = lessonFolders.find((lesson) => lesson.slug === slug)!
  const page = readFileSync(join(folder, 'lesson.md'), 'utf8')
  const order = [...page.matchAll(/^## .*\{#([\w-]+)\}$/gm)].map(([, name]) => name!)
  return order.findIndex((name) => steps[name]?.card?.id === id) + 1
}

/** Plays a lesson's solution as a person does: lines, zones, and answers to its cards. */
export async function playLesson(
  page: Page,
  slug: string,
  { after = () => Promise.resolve() }: { readonly after?: () => Promise<void> } = {},
): Promise<void> {
  for (const { who, text } of playOf(slug)) {
    if (who === '?') await answer(page, slug, text)
    else if (who === 'M') await sendMail(page, slug, text)
    else if (who === 'T') await letTimeGoBy(page, text)
    else if (who === 'D') await useDevice(page, text)
    else {
      await show(page, 'doing')
      if (who === 'Z') {
        await openZone(page, text.split(/\s+/)[0]!)
        await rewriteZone(page, zoneOf(slug, text))
      } else await enter(page, text)
    }
    await judged(page)
    await after()
  }
}

/** Mails of a world's own are a list; what a lesson changes in those of another world has their ids. */
const isList = (mails: NonNullable<LessonData['world']['mails']>): mails is readonly Mail[] =>
  Array.isArray(mails)

async function sendMail(page: Page, slug: string, id: string): Promise<void> {
  await reach(page, 'mails')
  const { world } = load(lessonFile(slug, 'lesson.yaml')) as LessonData
  const { mails = {} } = world
  const found = isList(mails) ? mails.find((mail) => mail.id === id) : mails[id]
  const title = found?.title ?? id
  await page.getByRole('button', { name: `Send: ${title}` }).click()
}

/** `next`, or a time such as `15 min`, with the buttons that there are. */
async function letTimeGoBy(page: Page, text: string): Promise<void> {
  const panel = await reach(page, 'time')
  const [, count = '1', unit = 'next'] = /^(\d+) ?(min|h|d)$/.exec(text) ?? []
  const names: Readonly<Record<string, string | RegExp>> = {
    ...{ next: /^To what is next/, min: /: 1 min$/, h: /: 1 hour$/, d: /: 1 day$/ },
  }
  const button = panel.getByRole('button', { name: names[unit]! })
  for (let clicks = 0; clicks < Number(count); clicks++) await button.click()
}

async function answer(page: Page, slug: string, text: string): Promise<void> {
  const [, id = '', given = ''] = /^([^:]+):\s*(.*)$/.exec(text) ?? []
  await goToStep(page, stepOfCard(slug, id))
  const tries = await card(page).locator('.said').count()
  await answerCard(page, given.split(/\s*,\s*/))
  // The answer is there when it shows.
  await page.waitForFunction(
    (before) => {
      const found = document.querySelector('[data-card]')
      const count = found?.querySelectorAll('.said').length ?? 0
      return found?.getAttribute('data-state') !== 'open' || count !== before || count > 0
    },
    tries,
    { timeout: 15_000 },
  )
}
