import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import { expectDone, goals, metGoals, reasons, targetedHint } from './helpers/goals.ts'
import { typedLines } from './helpers/lesson-files.ts'
import { enter, log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const lesson = 'lessons/speak-smtp/'
const solution = typedLines('speak-smtp')
const mailbox = (page: Page) => page.locator('[data-panel="mailbox"]')
const message = (page: Page) => mailbox(page).getByRole('group', { name: 'Header and body' })

/** How many goals are met after each line of the solution. */
const ticks: Readonly<Record<string, number>> = {
  'nc mx.example.org 25': 1,
  'EHLO desk.example.net': 2,
  'MAIL FROM:<alice@example.net>': 3,
  'RCPT TO:<bob@example.org>': 4,
  DATA: 4,
  '.': 6,
  QUIT: 7,
}

test('from the home page to the debrief: each line of the session ticks its goal', async ({
  page,
}) => {
  const noted = watch(page)
  await page.goto('./')
  await page.getByRole('link', { name: /Begin here/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Speak SMTP')
  await expect(reasons(page)).toHaveCount(0)
  await expect(page.locator('#debrief')).toBeHidden()
  for (const line of solution) {
    await enter(page, line)
    if (line in ticks) await expect(metGoals(page)).toHaveCount(ticks[line]!)
    if (line === 'DATA') await expect(reasons(page)).toHaveCount(3)
  }
  await expect(log(page)).toContainText('221 ')
  await expectDone(page)
  await expect(page.locator('#debrief')).toContainText('SMTP needs no app')
  await expect(page.locator('#goal-count')).toContainText('7 of 7')
  await expectAccessible(page)
  expect(noted).toEqual([])
})

test('a goal that is not met shows the reason', async ({ page }) => {
  await page.goto(lesson)
  await enter(page, 'nc mx.example.org 25')
  const hello = goals(page).nth(1)
  await expect(hello.locator('.reason')).toContainText('EHLO')
  await enter(page, 'EHLO desk.example.net')
  await expect(hello.locator('.reason')).toHaveCount(0)
})

test('telnet speaks it just as well', async ({ page }) => {
  await page.goto(lesson)
  await enter(page, 'telnet mx.example.org 25')
  await expect(log(page)).toContainText('Connected to mx.example.org.')
  for (const line of solution.slice(1)) await enter(page, line)
  await expect(log(page)).toContainText('Connection closed by foreign host.')
  await expectDone(page)
})

test('the mailbox shows the envelope and the message separately', async ({ page }) => {
  await page.goto(lesson)
  await expect(mailbox(page)).toContainText('No message yet')
  for (const line of solution) await enter(page, line)
  const envelope = mailbox(page).getByRole('figure', { name: 'The envelope' })
  await expect(envelope).toContainText('<alice@example.net>')
  await expect(envelope).toContainText('<bob@example.org>')
  await expect(envelope).toContainText('desk.example.net')
  await expect(message(page).getByRole('heading')).toHaveText('Hello')
  await expect(message(page).locator('dt')).toContainText(['Return-Path', 'Received', 'Subject'])
  await expect(message(page).locator('.body')).toHaveText('Dear Bob,\nI typed this myself.')
})

test('a line that starts with a dot is typed with two and arrives with one', async ({ page }) => {
  await page.goto(lesson)
  for (const line of solution.slice(0, 5)) await enter(page, line)
  for (const line of ['Subject: Dots', '', '..one', '...two', 'a. b', '.']) await enter(page, line)
  await expect(message(page).locator('.body')).toHaveText('.one\n..two\na. b')
})

const mistakes = [
  {
    ...{ before: [], line: 'MAIL FROM:<alice@example.net>', code: '503' },
    hint: 'does not know yet who is calling',
  },
  {
    ...{ before: ['EHLO desk.example.net'], line: 'RCPT TO:<bob@example.org>', code: '503' },
    hint: 'the sender first',
  },
  { ...{ before: [], line: 'MAIL FROM:alice@example.net', code: '501' }, hint: 'angle brackets' },
  { ...{ before: [], line: 'Dear Bob', code: '500' }, hint: 'does not know that word' },
  {
    ...{ before: ['MAIL FROM:<alice@example.net>'], line: 'RCPT TO:<bobby@example.org>' },
    ...{ code: '550', hint: 'nobody of that name' },
  },
]

test('a mistake is answered by the server, and by its own hint; the right line clears it', async ({
  page,
}) => {
  await page.goto(lesson)
  await enter(page, 'nc mx.example.org 25')
  for (const { before, line, code, hint } of mistakes) {
    for (const earlier of before) await enter(page, earlier)
    await enter(page, line)
    await expect(log(page).locator('[data-who="server"]').last()).toContainText(code)
    await expect(targetedHint(page)).toContainText(hint)
  }
  await enter(page, 'RCPT TO:<bob@example.org>')
  await expect(targetedHint(page)).toHaveCount(0)
})
