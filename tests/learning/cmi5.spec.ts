import { expect, test, type Page } from '@playwright/test'
import { expectDone, whole } from '../e2e/helpers/desk.ts'
import { cmi5Faults, cmi5System, definedIn, type Cmi5System } from '../e2e/helpers/cmi5-system.ts'
import { framesIn } from '../e2e/helpers/learning-system.ts'
import { exported } from '../e2e/helpers/packages.ts'
import { playLesson } from '../e2e/helpers/play-lesson.ts'
import { enter } from '../e2e/helpers/terminal.ts'

const NAME = 'speak-smtp.html'
let system: Cmi5System
test.beforeEach(async () => {
  const words = ['speak-smtp', '--format', 'cmi5', '--base', 'https://learn.example.org']
  system = await cmi5System(await exported(...words), NAME)
})
test.afterEach(() => system.end())

async function launch(page: Page, more: Readonly<Record<string, unknown>> = {}) {
  await page.goto(system.launch(more))
  const frames = await framesIn(page, NAME)
  await whole(frames.lesson)
  return frames
}

const verbs = (): readonly string[] => definedIn(system.statements)

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave the lesson' }).click()
  await expect(page.getByText('Back in the LMS')).toBeVisible()
  await expect.poll(() => verbs().at(-1)).toBe('terminated')
}

test('cmi5: a lesson is left in the middle, goes on, and is done to its end', async ({ page }) => {
  const first = await launch(page, { masteryScore: 0.8 })
  await expect.poll(verbs).toEqual(['initialized'])
  await enter(first.lesson, 'HELLO')
  await expect(first.sco.getByText('1 of 13 done')).toBeVisible()
  await expect
    .poll(() => system.documents.get('helo-world'))
    .toMatch(/^helo1~0~hear\.3\.answered~~s=/)
  await leave(page)
  expect(verbs()).toEqual(['initialized', 'terminated'])

  const second = await launch(page, { masteryScore: 0.8 })
  await expect(second.sco.getByText('1 of 13 done')).toBeVisible()
  await expect(second.lesson.getByText('HELLO').first()).toBeAttached()
  await playLesson(second.lesson, 'speak-smtp')
  await expectDone(second.lesson)
  await expect(second.sco.locator('.record')).toHaveText('Complete, and recorded')
  await expect.poll(() => verbs().slice(2)).toEqual(['initialized', 'completed', 'passed'])
  await leave(page)

  const third = await launch(page, { masteryScore: 0.8 })
  await expect(third.sco.getByText('13 of 13 done')).toBeVisible()
  await leave(page)
  expect(verbs().slice(5)).toEqual(['terminated', 'initialized', 'terminated'])
  const passed = system.statements.find(({ verb }) => verb.id.endsWith('/passed'))!
  expect(passed).toMatchObject({
    result: { success: true, score: { scaled: 1, raw: 13, min: 0, max: 13 } },
    context: { extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 } },
  })
  const answered = system.statements.filter(({ verb }) => verb.id.endsWith('/answered'))
  expect(answered.map(({ object }) => object.id)).toEqual(
    ['plan', 'early', 'message', 'again'].map(
      (step) => `https://lms.example/au/17#${step}/question`,
    ),
  )
  expect(system.faults).toEqual([])
  expect(cmi5Faults(system.statements)).toEqual([])
})

test('a page that goes without a word ends its session; one that is loaded again says that it is over', async ({
  page,
}) => {
  const address = system.launch()
  await page.goto(address)
  const { lesson } = await framesIn(page, NAME)
  await whole(lesson)
  await page.goto('about:blank')
  await expect.poll(verbs).toEqual(['initialized', 'terminated'])
  await page.goto(address)
  await expect(page.getByText('This session is over.')).toBeVisible()
  const again = await framesIn(page, NAME)
  await whole(again.lesson)
  await enter(again.lesson, 'EHLO desk.example.net')
  await expect(page.getByText('2 of 13 done')).toBeVisible()
  expect(verbs()).toEqual(['initialized', 'terminated'])
  expect(cmi5Faults(system.statements)).toEqual([])
})

test('a review says that it began and ended, and nothing else', async ({ page }) => {
  const { lesson } = await launch(page, { launchMode: 'Review' })
  await expect(page.getByText('nothing is recorded')).toBeVisible()
  await enter(lesson, 'EHLO desk.example.net')
  await expect(page.getByText('2 of 13 done')).toBeVisible()
  await leave(page)
  expect(system.statements.map(({ verb }) => verb.id.replace(/.*\//, ''))).toEqual([
    'initialized',
    'terminated',
  ])
  expect(system.documents.has('helo-world')).toBe(false)
})

test('a store that fails is asked again, and gets each statement once', async ({ page }) => {
  const { lesson } = await launch(page)
  system.isDown = true
  await enter(lesson, 'HELLO')
  await expect(page.getByText('your learning system does not take what you do')).toBeVisible()
  system.isDown = false
  await enter(lesson, 'EHLO desk.example.org')
  await expect(page.getByText('Your learning system answers again')).toBeVisible({
    timeout: 30_000,
  })
  await leave(page)
  expect(cmi5Faults(system.statements)).toEqual([])
  expect(system.documents.get('helo-world')).toContain('hear.3')
})

test('a page that no system has opened says so, and the lesson goes on', async ({ page }) => {
  const { origin } = new URL(system.launch())
  await page.goto(`${origin}/${NAME}?endpoint=javascript:alert(1)`)
  await expect(page.getByText('You can go on; your learning system did not answer')).toBeVisible()
  const { lesson } = await framesIn(page, NAME)
  await whole(lesson)
  await enter(lesson, 'EHLO desk.example.net')
  await expect(page.getByText('2 of 13 done')).toBeVisible()
  expect(system.statements).toEqual([])
})
