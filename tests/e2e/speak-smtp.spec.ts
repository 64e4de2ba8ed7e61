import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './helpers/accessible.ts'
import {
  answerCard,
  expectDone,
  goals,
  goToStep,
  judged,
  metGoals,
  reach,
  reasons,
  show,
  targetedHint,
} from './helpers/desk.ts'
import { playLesson } from './helpers/play-lesson.ts'
import { session, untilData, wholeSession } from './helpers/session.ts'
import { enter, enterAll, log } from './helpers/terminal.ts'
import { watch } from './helpers/watch.ts'

const lesson = 'lessons/speak-smtp/'
const mailbox = (page: Page) => page.locator('[data-panel="mailbox"]')
const message = (page: Page) => mailbox(page).getByRole('group', { name: 'Header and body' })

test('from the home page to the debrief: what is done is reported, and leads on', async ({
  page,
}) => {
  const noted = watch(page)
  await page.goto('./')
  await page.getByRole('link', { name: 'Speak SMTP' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Speak SMTP')
  await show(page, 'step')
  await expect(page.locator('.nav .next')).toHaveText(/Skip/)
  await playLesson(page, 'speak-smtp')
  await show(page, 'step')
  await expectDone(page)
  await page.getByRole('button', { name: 'Look back' }).click()
  await expect(page.locator('[data-slot="step"]')).toContainText('SMTP needs no app')
  await expect(page.locator('a[rel="next"]')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Again, with other names' }).click()
  await expect(page.locator('[data-slot="step"]')).toContainText('Step 1 of')
  expect(noted).toEqual([])
})

test('each line of the session ticks its goal', async ({ page }) => {
  await page.goto(lesson)
  await goToStep(page, 4)
  await expect(goals(page)).toHaveCount(2)
  await expect(reasons(page)).toHaveCount(0)
  await enter(page, session.hello)
  await enter(page, session.from)
  await expect(metGoals(page)).toHaveCount(1)
  await enter(page, session.to)
  await expect(metGoals(page)).toHaveCount(2)
  await goToStep(page, 5)
  await enter(page, 'DATA')
  await expect(reasons(page)).toHaveCount(1)
  await expect(metGoals(page)).toHaveCount(0)
  await enterAll(page, [...session.message, '.'])
  await expect(metGoals(page)).toHaveCount(2)
})

test('a goal that is not met shows the reason, once the guess is made', async ({ page }) => {
  await page.goto(lesson)
  await goToStep(page, 3)
  await enter(page, 'NOOP')
  await judged(page)
  await expect(reasons(page)).toHaveCount(0)
  await answerCard(page, ['takes'])
  const hello = goals(page).first()
  await expect(hello.locator('.reason')).toContainText('EHLO')
  await enter(page, session.hello)
  await expect(hello.locator('.reason')).toHaveCount(0)
  await expect(hello).toHaveAttribute('data-met', 'true')
})

test('telnet speaks it just as well', async ({ page }) => {
  await page.goto(lesson)
  await goToStep(page, 6)
  await enter(page, 'QUIT')
  await enter(page, 'telnet mx.example.net 25')
  await expect(log(page)).toContainText('Connected to mx.example.net.')
  await enterAll(page, [session.hello, session.from, 'RCPT TO:<carol@example.net>', 'DATA'])
  await enterAll(page, [...session.message, '.', 'QUIT'])
  await expect(log(page)).toContainText('Connection closed by foreign host.')
  await expect(metGoals(page)).toHaveCount(2)
})

test('the mailbox shows the envelope and the message separately', async ({ page }) => {
  await page.goto(lesson)
  await reach(page, 'mailbox')
  await expect(mailbox(page)).toContainText('No message yet')
  await enterAll(page, wholeSession)
  await reach(page, 'mailbox')
  const envelope = mailbox(page).getByRole('figure', { name: 'The envelope' })
  await expect(envelope).toContainText('<alice@example.org>')
  await expect(envelope).toContainText('<bob@example.net>')
  await expect(envelope).toContainText('desk.example.org')
  await expect(message(page).getByRole('heading')).toHaveText('Hello')
  await expect(message(page).locator('.body')).toHaveText('Dear Bob,\nI typed this.')
  await message(page).getByRole('button', { name: 'Parsed' }).click()
  await expect(message(page).locator('dt')).toContainText(['Return-Path', 'Received', 'Subject'])
})

test('a line that starts with a dot is typed with two and arrives with one', async ({ page }) => {
  await page.goto(lesson)
  await enterAll(page, untilData)
  await enterAll(page, ['Subject: Dots', '', '..one', '...two', 'a. b', '.'])
  await reach(page, 'mailbox')
  await expect(message(page).locator('.body')).toHaveText('.one\n..two\na. b')
})

const mistakes = [
  { before: [], line: session.from, code: '503', hint: 'does not know yet who is calling' },
  { before: [session.hello], line: 'MAIL FROM:alice@example.org', code: '501', hint: 'brackets' },
  { before: [], line: 'HELLO', code: '500', hint: 'four letters' },
  { before: [], line: 'MAIL FROM: <a@example.org>', code: '501', hint: 'the gap' },
  { before: [session.from], line: session.from, code: '503', hint: 'has its sender already' },
  { before: [], line: 'RCPT TO:<bobby@example.net>', code: '550', hint: 'nobody of that name' },
  { before: [], line: 'RCPT TO:<bob@example.com>', code: '554', hint: 'example.net alone' },
]

test('a mistake is answered by the server, and by its own hint; the right line clears it', async ({
  page,
}) => {
  await page.goto(lesson)
  // Any answer is what the first step asks for, also a no.
  await enter(page, 'NOOP')
  for (const { before, line, code, hint } of mistakes) {
    await enterAll(page, before)
    await enter(page, line)
    await expect(log(page).locator('[data-who="server"]').last()).toContainText(code)
    await expect(targetedHint(page)).toContainText(hint)
  }
  await enter(page, session.to)
  await judged(page)
  await expect(targetedHint(page)).toHaveCount(0)
})

test('a prediction that was wrong stands beside what was so', async ({ page }) => {
  await page.goto(lesson)
  await goToStep(page, 3)
  await answerCard(page, ['takes'])
  await enterAll(page, [session.hello, session.to])
  const card = page.locator('[data-card="predict"]')
  await expect(card).toHaveAttribute('data-state', 'settled')
  await expect(card.locator('[data-right="false"]')).toContainText('any order')
  await expect(card.locator('[data-right="true"]')).toContainText('503')
})
