import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { mailZone } from '../zones.ts'
import { countMainThread } from './main-thread.ts'
import { openPage, type OpenPage } from './open-page.ts'
import type { Unit, WebPart, WebTarget } from './part.ts'
import type { Sample } from './turns.ts'
import { editorPaths, editorWatch } from './zone.ts'

/** Forty keys of a record, whose words the zone editor offers; and of a comment, where it offers none. */
const typed = {
  'a record': 'www2 IN TXT "v=spf1 ip4:192.0.2.10 -all"',
  'a comment': '; these forty keys stand in one comment..',
}
/** Milliseconds between two keys: a quick typist. */
const PACE = 100
/** Milliseconds in which what a key has put off is done. */
const REST = 1500

const LESSON = 'lessons/04-spf/01-your-first-spf/zones/example.org.zone'
const texts = {
  'the lesson’s zone': () => readFileSync(LESSON, 'utf8'),
  '200 lines': () => mailZone(190),
}
const rates = [1, 4]
const parts = ['tasks', 'script', 'layout'] as const

const cases = Object.entries(texts).flatMap(([zone, text]) =>
  Object.entries(typed).flatMap(([what, keys]) =>
    rates.map((rate) => ({ name: `${what} in ${zone}, CPU × ${rate}`, text, keys, rate })),
  ),
)

/** What a key costs where a zone is judged as it is typed, beside an editor that knows no language. */
export const keysPart: WebPart = {
  group: 'web-keys',
  about:
    `the main thread's own time for each of ${typed['a record'].length} keys, one every ${PACE} ms, and ${REST} ms after them, ` +
    'in pages that stay open, once each has seen as many that do not count ' +
    '(Performance.getMetrics in threadTicks: TaskDuration, ScriptDuration, LayoutDuration + RecalcStyleDuration)',
  pages: ['your-first-spf', 'bare Monaco'],
  figures: Object.fromEntries(
    cases.flatMap(({ name }) => parts.map((part) => [`${name}: ${part}`, 'ms' as Unit])),
  ),
  async visit(page, stage) {
    const opened = await openPage(stage, editorPaths[page], editorWatch, 'as it is')
    if ((await opened.until('sign')) === Infinity) throw new Error(`${page}: Monaco never came.`)
    await opened.settle()
    if (page === 'own') await kept(opened)
    // What runs for the first time is not compiled yet, and a page is typed into for longer than that.
    await typeInto(opened, cases[0]!)
    const steps = cases.map((one) => () => typeInto(opened, one))
    return { steps, close: () => opened.close() }
  },
  targets: cases.map(({ name }): WebTarget => ({
    about: `${name}: a key at most 1.3 × as dear as in a bare Monaco`,
    value: (own, bare) => own[`${name}: tasks`]! / bare[`${name}: tasks`]!,
    ...{ most: 1.3, unit: '×' },
  })),
}

async function typeInto(
  opened: OpenPage,
  { name, text, keys, rate }: (typeof cases)[0],
): Promise<Sample> {
  const { page, session } = opened
  await page.bringToFront()
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await opened.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await paste(page, text())
  await page.keyboard.press('ControlOrMeta+End')
  await rest(REST)
  const read = await countMainThread(session)
  const before = await read()
  for (const key of keys) await Promise.all([page.keyboard.type(key), rest(PACE)])
  await rest(REST)
  const after = await read()
  if (!(await opened.text()).replaceAll('\u00a0', ' ').includes(keys.slice(0, 26)))
    throw new Error(`${name}: the keys did not come into the zone.`)
  await page.keyboard.press('Escape')
  const costs = parts.map((part) => [
    `${name}: ${part}`,
    (after[part] - before[part]) / keys.length,
  ])
  return Object.fromEntries(costs) as Sample
}

/** Until the page has what it keeps for the time without a network: that it does once, and it is no key's. */
async function kept({ page }: OpenPage): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['offline'] === 'whole')
}

/** Monaco takes a pasted text at once, and one that is inserted a character at a time. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('ControlOrMeta+v')
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
