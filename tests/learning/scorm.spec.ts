import { expect, test, type Page } from '@playwright/test'
import { expectDone, whole } from '../e2e/helpers/desk.ts'
import {
  callsIn,
  leave,
  learningSystem,
  openLesson,
  recordIn,
  type LearningSystem,
  type SystemOptions,
  type Version,
} from '../e2e/helpers/learning-system.ts'
import { exported } from '../e2e/helpers/packages.ts'
import { playLesson } from '../e2e/helpers/play-lesson.ts'
import { enter } from '../e2e/helpers/terminal.ts'
import { expectAccessible } from '../e2e/helpers/accessible.ts'
import { watch } from '../e2e/helpers/watch.ts'

let system: LearningSystem | undefined
test.afterEach(() => system?.end())

async function open(
  page: Page,
  version: Version,
  words: readonly string[],
  { name = 'speak-smtp.html', ...options }: SystemOptions & { readonly name?: string } = {},
) {
  const [first = '', ...rest] = words
  system = await learningSystem(
    version,
    await exported(first, '--format', version, ...rest),
    options,
  )
  return openLesson(page, system, name)
}

test('SCORM 1.2: a lesson is played to its end, and stays done', async ({ page }) => {
  const noted = watch(page)
  const { sco, lesson } = await open(page, 'scorm12', ['speak-smtp'])
  await playLesson(lesson, 'speak-smtp')
  await expectDone(lesson)
  await expect(sco.locator('.record')).toHaveText('Complete, and recorded')
  await expect
    .poll(() => recordIn(page))
    .toMatchObject({
      core: {
        ...{ lesson_status: 'completed', lesson_location: 'again' },
        score: { raw: '100', min: '0', max: '100' },
      },
      interactions: {
        0: { id: 'plan', type: 'sequencing', student_response: '4,6,2,0,8,3,7', result: 'correct' },
        1: { id: 'early', type: 'choice', student_response: '0', result: 'wrong' },
        2: { id: 'message', type: 'fill-in', result: 'wrong' },
        3: { id: 'again', type: 'fill-in' },
      },
    })
  await expectAccessible(page)
  await leave(page)
  expect((await callsIn(page)).filter((call) => call === 'Finish')).toHaveLength(1)
  const kept = (await recordIn(page))['suspend_data'] as unknown as string
  console.log(`  What is kept of it has ${kept.length} of 4,096 characters.`)
  const again = await openLesson(page, system!, 'speak-smtp.html')
  await expect(again.sco.getByText('13 of 13 done')).toBeVisible()
  await whole(again.lesson)
  await expectDone(again.lesson)
  await leave(page)
  const record = await recordIn(page)
  expect(record).toMatchObject({ core: { lesson_status: 'completed', score: { raw: '100' } } })
  expect(Object.keys(record['interactions']!)).toHaveLength(4)
  expect(system!.missing).toEqual([])
  expect(noted).toEqual([])
})

test('SCORM 2004: a path has an entry a lesson; one with zones is done, with a score that is asked for', async ({
  page,
}) => {
  const noted = watch(page)
  const { sco, lesson } = await open(page, 'scorm2004', ['an-hour', '--mastery', '80'], {
    name: 'your-first-spf.html',
    record: { scaled_passing_score: '0.8' },
  })
  await playLesson(lesson, 'your-first-spf')
  await expectDone(lesson)
  await expect(sco.locator('.record')).toHaveText('Complete, and recorded')
  await expect
    .poll(() => recordIn(page))
    .toMatchObject({
      ...{ completion_status: 'completed', success_status: 'passed', progress_measure: '1' },
      score: { scaled: '1', raw: '100', min: '0', max: '100' },
      interactions: { 0: { type: 'choice', description: expect.stringMatching(/^\{lang=en\}/) } },
    })
  await leave(page)
  const record = await recordIn(page)
  expect(record).toMatchObject({ exit: 'suspend', session_time: expect.stringMatching(/^PT/) })
  expect((await callsIn(page)).filter((call) => call === 'Terminate')).toHaveLength(1)
  const kept = record['suspend_data'] as unknown as string
  console.log(`  What is kept of it has ${kept.length} of 64,000 characters.`)
  const again = await openLesson(page, system!, 'your-first-spf.html')
  await whole(again.lesson)
  await expectDone(again.lesson)
  expect(system!.missing).toEqual([])
  expect(noted).toEqual([])
})

test('a lesson in German speaks German, its system too', async ({ page }) => {
  const { sco, lesson } = await open(page, 'scorm2004', ['speak-smtp', '--language', 'de'])
  await expect(sco.getByRole('heading', { name: 'SMTP sprechen' })).toBeVisible()
  await expect(sco.getByText('0 von 13 erledigt')).toBeVisible()
  await expect(lesson.locator('html')).toHaveAttribute('lang', 'de')
  await expect(lesson.getByRole('link', { name: 'HELO World' })).toHaveCount(0)
  expect(system!.missing).toEqual([])
})

test('links lead to the playground where it is known', async ({ page }) => {
  const base = 'https://learn.example.org/mail'
  const { lesson } = await open(page, 'scorm12', ['your-first-spf', '--base', base], {
    name: 'your-first-spf.html',
  })
  await whole(lesson)
  const hrefs = () =>
    lesson
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  await expect.poll(hrefs).toContain(`${base}/`)
  for (const href of await hrefs()) expect(href).toMatch(/^https:/)
})

test.describe('what may go wrong', () => {
  test('no system: the lesson goes on, and says that nothing is recorded', async ({ page }) => {
    const { sco, lesson } = await open(page, 'scorm12', ['speak-smtp'], {
      spoil: 'delete window.API',
    })
    await expect(sco.getByText('You can go on; your learning system did not answer')).toBeVisible()
    await whole(lesson)
    await enter(lesson, 'EHLO desk.example.net')
    await expect(sco.getByText('2 of 13 done')).toBeVisible()
    await expect(sco.locator('.record')).toHaveText('Not recorded')
  })

  test('a system that throws in the middle is told again, and nothing is lost', async ({
    page,
  }) => {
    const { sco, lesson } = await open(page, 'scorm2004', ['speak-smtp'], {
      spoil: `const commit = api.Commit; window.isDown = false
        api.Commit = (...given) => { if (window.isDown) throw new Error('down'); return commit.apply(api, given) }`,
    })
    await whole(lesson)
    await page.evaluate(() => void ((globalThis as unknown as { isDown: boolean }).isDown = true))
    await enter(lesson, 'EHLO desk.example.net')
    await expect(sco.getByText('your learning system does not take what you do')).toBeVisible()
    await page.evaluate(() => void ((globalThis as unknown as { isDown: boolean }).isDown = false))
    await enter(lesson, 'RCPT TO:<bob@example.net>')
    await expect(sco.getByText('Your learning system answers again')).toBeVisible({
      timeout: 30_000,
    })
    await expect
      .poll(() => recordIn(page))
      .toMatchObject({
        suspend_data: expect.stringMatching(/hear\.3/),
      })
  })

  test('what was kept is broken: a sentence, a fresh start, and the old stays until something is done', async ({
    page,
  }) => {
    const { sco, lesson } = await open(page, 'scorm12', ['speak-smtp'], {
      record: {
        suspend_data: '<img src=x onerror=alert(1)>',
        core: { lesson_status: 'completed', score: { raw: '90' } },
      },
    })
    await expect(sco.getByText('could not be read, so the lesson begins anew')).toBeVisible()
    await whole(lesson)
    await leave(page)
    expect(await recordIn(page)).toMatchObject({
      suspend_data: '<img src=x onerror=alert(1)>',
      core: { lesson_status: 'completed', score: { raw: '90' } },
    })
    const again = await openLesson(page, system!, 'speak-smtp.html')
    await whole(again.lesson)
    await enter(again.lesson, 'EHLO desk.example.net')
    await expect
      .poll(() => recordIn(page))
      .toMatchObject({
        suspend_data: expect.stringMatching(/^helo1~/),
        core: { lesson_status: 'completed' },
      })
  })

  test('no room for the work: what is done counts, and the lesson begins at the open step', async ({
    page,
  }) => {
    const { sco, lesson } = await open(page, 'scorm12', ['speak-smtp'], {
      record: { suspend_data: 'helo1~0~hear.3.answered~plan.27' },
    })
    await expect(sco.getByText('had no room for all that you typed')).toBeVisible()
    await expect(sco.getByText('2 of 13 done')).toBeVisible()
    await expect(lesson.getByText('Step 3 of 6')).toBeVisible()
  })

  test('a review records nothing', async ({ page }) => {
    const { sco, lesson } = await open(page, 'scorm12', ['speak-smtp'], {
      record: { core: { lesson_mode: 'review', lesson_status: 'completed' } },
    })
    await expect(sco.getByText('nothing is recorded')).toBeVisible()
    await whole(lesson)
    await enter(lesson, 'EHLO desk.example.net')
    await expect(sco.getByText('2 of 13 done')).toBeVisible()
    await leave(page)
    expect(await recordIn(page)).toMatchObject({
      suspend_data: '',
      core: { lesson_status: 'completed' },
    })
  })
})
