import { expect, test, type Page } from '@playwright/test'
import { writeLink } from '../../src/lab/link/write-link.ts'
import { expectAccessible } from './helpers/accessible.ts'
import { goToStep, judged, metGoals, show } from './helpers/desk.ts'
import { lessonFile } from './helpers/lesson-files.ts'
import { linkOf } from './helpers/links.ts'
import { enter, log } from './helpers/terminal.ts'
import { rewriteZone } from './helpers/zone.ts'

const smtp = 'lessons/speak-smtp/'
const spf = 'lessons/your-first-spf/'
const solution = lessonFile('your-first-spf', 'solution/example.org.zone')

const banner = (page: Page) => page.locator('main .banner')

test('a link opens the same session, and leaves one’s own work alone', async ({
  page,
  browser,
}) => {
  await page.goto(smtp)
  await goToStep(page, 4)
  await enter(page, 'EHLO laptop.example.org')
  await expect(log(page)).toContainText('250')
  await judged(page)
  const link = await linkOf(page)

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(smtp)
  await show(other, 'doing')
  await enter(other, 'NOOP')
  await expect(log(other)).toContainText('NOOP')
  await judged(other)
  await other.goto(link)
  await expect(banner(other)).toContainText('You opened a link')
  await expectAccessible(other)
  await show(other, 'doing')
  await expect(log(other)).toContainText('EHLO laptop.example.org')
  await expect(log(other)).not.toContainText('NOOP')
  await enter(other, 'RSET')
  await expect(log(other)).toContainText('RSET')
  await other.getByRole('link', { name: 'Back to my work' }).click()
  await expect(banner(other)).toHaveCount(0)
  await show(other, 'doing')
  await expect(log(other)).toContainText('NOOP')
  await expect(log(other)).not.toContainText('RSET')
  await context.close()
})

test('linked work is kept when it is wanted, and goes on from there', async ({ page, browser }) => {
  await page.goto(spf)
  await goToStep(page, 5)
  await rewriteZone(page, solution)
  await expect(metGoals(page)).toHaveCount(2)
  const link = await linkOf(page)

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(link)
  await other.getByRole('button', { name: 'Keep this as mine' }).click()
  await expect(banner(other)).toHaveCount(0)
  await other.goto(spf)
  await goToStep(other, 5)
  await expect(metGoals(other)).toHaveCount(2)
  await context.close()
})

test('a link to a world of the sandbox opens in that world', async ({ page }) => {
  const link = writeLink({
    ...{ v: 1, slug: 'sandbox-bank', edition: 1 },
    journal: [{ kind: 'type', data: 'pwd\r' }],
  })
  await page.goto(`sandbox/#${link}`)
  await expect(banner(page)).toContainText('belongs to another page')
  await page.getByRole('link', { name: 'Open it there' }).click()
  await expect(page).toHaveURL(/sandbox\/\?world=bank#s=/)
  await expect(banner(page)).toContainText('You opened a link')
  await show(page, 'doing')
  await expect(log(page)).toContainText('pwd')
})

test('texts that a link brings are taken into a sandbox of their own', async ({ page }) => {
  const text = '$ORIGIN quince.example.\n@ 300 IN TXT "v=spf1 -all"\n'
  const link = writeLink({ v: 1, texts: [{ name: 'quince.example', text }] })
  await page.goto(`sandbox/#${link}`)
  await expect(banner(page)).toContainText('A link brought these texts')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add the zone' }).click()
  await expect(dialog).toBeHidden()
  await show(page, 'step')
  await expect(page.getByRole('button', { name: 'quince.example' }).first()).toBeVisible()
  await page.goto('sandbox/')
  await expect(page.getByText('example.org').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'quince.example' })).toHaveCount(0)
})

test('several texts that a link brings are looked at one after the other', async ({ page }) => {
  const zone = (origin: string) => ({
    ...{ name: origin, text: `$ORIGIN ${origin}.\n@ 300 IN TXT "v=spf1 -all"\n` },
  })
  const mail = { name: 'm.eml', text: 'From: a@quince.example\nTo: b@x.example\n\nHi\n' }
  const texts = [zone('quince.example'), zone('pear.example'), mail]
  await page.goto(`sandbox/#${writeLink({ v: 1, texts })}`)
  const dialog = page.getByRole('dialog')
  const name = dialog.getByRole('textbox', { name: 'The zone is called' })
  await expect(name).toHaveValue('quince.example')
  await dialog.getByRole('button', { name: 'Add the zone' }).click()
  await expect(name).toHaveValue('pear.example')
  await dialog.getByRole('button', { name: 'Add the zone' }).click()
  await expect(dialog).toContainText('A message.')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await show(page, 'step')
  for (const origin of ['quince.example', 'pear.example'])
    await expect(page.getByRole('button', { name: `Change ${origin}`, exact: true })).toBeVisible()
})

test('linked work that finds no room stays linked, and says so', async ({ page }) => {
  const journal = [{ kind: 'type', data: 'EHLO linked.example.org\r' }] as const
  const link = writeLink({ v: 1, slug: 'speak-smtp', edition: 2, journal })
  await page.goto('codes/')
  // Full, but for what is written already.
  await page.evaluate(() => {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
      for (let count = 0; ; count++)
        try {
          localStorage.setItem(`fill-${size}-${count}`, 'x'.repeat(size))
        } catch {
          break
        }
  })
  await page.goto(`${smtp}#${link}`)
  await page.getByRole('button', { name: 'Keep this as mine' }).click()
  await expect(banner(page)).toContainText('storage is full or blocked, so this cannot be kept')
  await expect(page.getByRole('button', { name: 'Keep this as mine' })).toBeFocused()
  await show(page, 'doing')
  await expect(log(page)).toContainText('EHLO linked.example.org')
})

test.describe('what is no state is said, and the page is there', () => {
  for (const [what, fragment, said] of [
    ['a link that was cut off', writeLink({ v: 1, texts: [] }).slice(0, -9), 'was cut off'],
    ['a link of a later version', '', 'later version'],
    [
      'inputs that the lesson cannot do',
      writeLink({
        ...{ v: 1, slug: 'speak-smtp', edition: 2 },
        journal: [{ kind: 'edit', zone: 'evil.example', text: 'x' }],
      }),
      '',
    ],
  ] as const)
    test(what, async ({ page }) => {
      const hash =
        fragment || writeLink({ v: 2, texts: [] } as unknown as Parameters<typeof writeLink>[0])
      await page.goto(`${smtp}#${hash}`)
      await expect(banner(page)).toContainText(said)
      await show(page, 'doing')
      await enter(page, 'NOOP')
      await expect(log(page)).toContainText('NOOP')
    })
})
