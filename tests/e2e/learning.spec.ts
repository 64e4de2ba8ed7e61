import { expect, test } from '@playwright/test'
import { callsIn, learningSystem, leave, openLesson, recordIn } from './helpers/learning-system.ts'
import { exported } from './helpers/packages.ts'
import { enter } from './helpers/terminal.ts'
import { whole } from './helpers/desk.ts'
import { watch } from './helpers/watch.ts'

// `npm run test:learning` plays whole lessons, in each format.
test('a lesson in a learning system is left in the middle, and goes on', async ({ page }) => {
  const noted = watch(page)
  const system = await learningSystem(
    'scorm12',
    await exported('speak-smtp', '--format', 'scorm12'),
  )
  const first = await openLesson(page, system, 'speak-smtp.html')
  await expect(first.lesson.getByRole('heading', { name: 'Say something' })).toBeVisible()
  await whole(first.lesson)
  await enter(first.lesson, 'EHLO desk.example.net')
  await expect(first.sco.getByText('2 of 13 done')).toBeVisible()
  await expect(first.sco.locator('.record')).toHaveText('Recorded')
  await expect
    .poll(() => recordIn(page))
    .toMatchObject({
      core: { lesson_status: 'incomplete', lesson_location: 'plan', score: { raw: '15' } },
      suspend_data: expect.stringMatching(/^helo1~0~hear\.3\.answered~early\.0\.[\w-]+~~s=/),
    })
  await leave(page)
  expect((await callsIn(page)).filter((call) => call === 'Finish')).toHaveLength(1)
  expect(await recordIn(page)).toMatchObject({
    core: { exit: 'suspend', session_time: expect.stringMatching(/^\d\d+:\d\d:\d\d\.\d\d$/) },
  })
  const second = await openLesson(page, system, 'speak-smtp.html')
  await expect(second.lesson.getByText('250-SIZE').first()).toBeAttached()
  await expect(second.sco.getByText('2 of 13 done')).toBeVisible()
  expect(system.missing).toEqual([])
  expect(noted).toEqual([])
  await system.end()
})
