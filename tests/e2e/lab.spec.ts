import { expect, test, type Page } from '@playwright/test'
import { coach, goToStep, judged, metGoals, show } from './helpers/desk.ts'
import { session } from './helpers/session.ts'
import { enter, log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const lesson = 'lessons/speak-smtp/'

async function expectWorkGoesOn(page: Page): Promise<void> {
  await show(page, 'doing')
  await expect(log(page)).toContainText('220 ')
  await enter(page, session.hello)
  await expect(metGoals(page)).toHaveCount(1)
}

test('the lab runs in a Worker', async ({ page }) => {
  const noted = watch(page)
  await page.goto(lesson)
  await expectWorkGoesOn(page)
  expect(page.workers()).toHaveLength(1)
  expect(noted).toEqual([])
})

test('where no Worker can be had it runs in the page', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'Worker')
  })
  const noted = watch(page)
  await page.goto(lesson)
  await expectWorkGoesOn(page)
  expect(page.workers()).toHaveLength(0)
  expect(noted).toEqual([])
})

for (const [what, file] of [
  ['the Worker', /\/worker-[\w-]+\.js/],
  ['the code of its terminals', /\/shell-[\w-]+\.js/],
] as const)
  test(`${what} that did not come is asked for again`, async ({ page }) => {
    let refusals = 2
    await page.route(file, (route) => (refusals-- > 0 ? route.abort() : route.continue()))
    await page.goto(lesson)
    await expectWorkGoesOn(page)
    expect(refusals).toBeLessThan(0)
  })

test('rules that did not come into the Worker are asked for again', async ({ page }) => {
  let refusals = 2
  await page.route(/\/zones-[\w-]{8}\.js/, (route) =>
    refusals-- > 0 ? route.abort() : route.continue(),
  )
  await page.goto('lessons/your-first-spf/')
  await judged(page)
  await expect(page.locator('[data-panel="senders"]')).toContainText('0 of 5')
  expect(refusals).toBeLessThan(0)
})

test('a Worker that dies is replaced, and does again what was done', async ({ page }) => {
  await page.goto(lesson)
  await expectWorkGoesOn(page)
  await page.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new Error('The Worker breaks down.')
    })
  })
  await expect(coach(page).getByRole('status')).toContainText('was started again')
  await expect(metGoals(page)).toHaveCount(1)
  await goToStep(page, 4)
  await enter(page, session.from)
  await expect(log(page)).toContainText('250 2.1.0')
  await expect(metGoals(page)).toHaveCount(1)
})
