import { expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import type { TranscriptLine } from '../shell/shell.ts'
import { messagesOf } from '../world/mailboxes.ts'
import { sampleWorld } from '../world/sample.ts'
import type { Lab, LabInput } from './lab.ts'
import type { Card } from '../lessons/cards/card.ts'
import type { Lesson } from '../lessons/lesson.ts'
import { openLab } from './open.ts'
import { labLesson } from './testing/lab-lesson.ts'
import { createScreenModel } from '../shell/testing/screen-model.ts'

const lesson: Lesson = { ...labLesson, terminal: { host: 'desk.example.org', suggestions: [] } }

interface Opened {
  readonly lab: Lab
  screen(): string
  readonly spoken: readonly TranscriptLine[]
}

async function open(journal: readonly LabInput[] = []): Promise<Opened> {
  const screen = createScreenModel()
  const spoken: TranscriptLine[] = []
  const output = {
    write: (text: string) => screen.write(text),
    addLine: (line: TranscriptLine) => void spoken.push(line),
  }
  const lab = await openLab(lesson, { crypto: webCrypto, output, journal })
  return { lab, screen: () => screen.rows().join('\n'), spoken }
}

const keys = (text: string): LabInput[] => [...text].map((data) => ({ kind: 'type', data }))

const session =
  'nc mx.example.org 25\rEHLO desk.example.org\rMAIL FROM:<bob@example.org>\rRCPT TO:<bob@example.org>\rDATA\rSubject: Hi\r\rHi\r.\r'

const text = (lab: Lab): string =>
  JSON.stringify([lab.world.events, lab.world.mailboxes, lab.zoneTexts])

test('what was typed key by key is done again, octet for octet', async () => {
  const first = await open()
  for (const input of keys(session)) await first.lab.apply(input)
  const zone = sampleWorld.zones[0]!.text
  await first.lab.apply({ kind: 'edit', zone: 'example.org', text: zone.replace('-all', '~all') })
  await first.lab.apply({ kind: 'send', mail: 'letter' })
  for (const input of keys('QUI\x7fIT')) await first.lab.apply(input)
  expect(messagesOf(first.lab.world.mailboxes[0]!)).toHaveLength(2)

  const again = await open(first.lab.journal)
  expect(text(again.lab)).toBe(text(first.lab))
  expect(again.screen()).toBe(first.screen())
  expect(again.spoken).toEqual(first.spoken)
  expect(again.lab.journal).toEqual(first.lab.journal)
})

test('keys that come faster than the wire is give the same', async () => {
  const first = await open()
  const typed = keys(`${session}QUIT\r`).map((input) => first.lab.apply(input))
  await Promise.all(typed)
  const again = await open(first.lab.journal)
  expect(again.screen()).toBe(first.screen())
  expect(first.screen()).toContain('221')
})

test('the evidence follows the zones and leaves the world alone', async () => {
  const { lab } = await open()
  const before = await lab.gather()
  expect(before.senders.map(({ verdict }) => verdict.result)).toEqual(['fail'])
  expect(before.journeys.map(({ journey }) => journey.end.kind)).toEqual([
    'inbox',
    'rejected',
    'undeliverable',
  ])
  const zone = sampleWorld.zones[0]!.text
  await lab.apply({ kind: 'edit', zone: 'example.org', text: zone.replace('-all', '+all') })
  const after = await lab.gather()
  expect(after.senders.map(({ verdict }) => verdict.result)).toEqual(['pass'])
  expect(lab.world.mailboxes.flatMap(messagesOf)).toEqual([])
  expect(lab.world.events).toEqual([])
})

test('what was judged stands until a zone changes', async () => {
  const { lab } = await open()
  const first = await lab.gather()
  await lab.apply({ kind: 'type', data: 'help\r' })
  expect((await lab.gather()).journeys).toBe(first.journeys)
  await lab.apply({ kind: 'edit', zone: 'example.org', text: sampleWorld.zones[0]!.text + ';' })
  const after = await lab.gather()
  expect(after.journeys).not.toBe(first.journeys)
  expect(after.journeys).toHaveLength(first.journeys.length)
})

test('no mail is sent anew where it is not looked at', async () => {
  const output = { write: () => undefined, addLine: () => undefined }
  const lab = await openLab(lesson, { crypto: webCrypto, output, triesMails: false })
  expect((await lab.gather()).journeys).toEqual([])
})

test('the evidence is the same one until something happens', async () => {
  const { lab } = await open()
  const first = await lab.gather()
  await lab.apply({ kind: 'check' })
  expect(await lab.gather()).toBe(first)
  await lab.apply({ kind: 'type', data: 'help\r' })
  const second = await lab.gather()
  expect(second).not.toBe(first)
  lab.world.lookUp('desk.example.org', 'example.org', 'MX')
  expect(await lab.gather()).not.toBe(second)
})

test('a zone that is as it was before was edited all the same', async () => {
  const { lab } = await open()
  const [zone, ...others] = lab.world.zones
  await lab.apply({ kind: 'edit', zone: 'example.org', text: zone!.text })
  expect(lab.world.zones).toEqual([zone, ...others])
  expect(lab.world.zones[0]).not.toBe(zone)
  expect(lab.world.zones[1]).toBe(others[0])
})

test('an unknown mail is not sent, and a broken zone is still a zone', async () => {
  const { lab } = await open()
  await lab.apply({ kind: 'send', mail: 'nonsense' })
  await lab.apply({ kind: 'edit', zone: 'example.org', text: '@ MX ten mx\n"' })
  const { diagnostics, journeys } = await lab.gather()
  expect(diagnostics.length).toBeGreaterThan(0)
  expect(journeys[0]!.journey.end.kind).toBe('undeliverable')
  expect(lab.zoneTexts['example.org']).toBe('@ MX ten mx\n"')
})

const guess: Card = {
  ...{ id: 'guess', kind: 'predict', ask: 'What does it say?', right: 'yes' },
  choices: [
    { id: 'yes', text: '220', because: 'So.', when: { kind: 'command', code: 220 } },
    { id: 'no', text: 'Nothing', because: 'So.' },
  ],
}

const steps: Lesson['steps'] = [{ ...labLesson.steps[0]!, goals: [], card: guess }]

test('answers are remembered, and done again from the journal', async () => {
  const options = { crypto: webCrypto, output: { write: () => {}, addLine: () => {} } }
  const inputs: LabInput[] = [
    { kind: 'answer', card: 'guess', answer: ['no'] },
    { kind: 'answer', card: 'unknown', answer: ['no'] },
    { kind: 'type', data: 'nc mx.example.org 25\r' },
    { kind: 'check' },
  ]
  const lab = await openLab({ ...lesson, steps }, options)
  for (const input of inputs) await lab.apply(input)
  expect(lab.remembered.cards.get('guess')).toMatchObject({
    isSeen: true,
    tries: [{ right: false }],
  })
  expect(lab.remembered.steps).toEqual(new Set(['all']))
  const again = await openLab({ ...lesson, steps }, { ...options, journal: lab.journal })
  expect(again.remembered).toEqual(lab.remembered)
})

test('a command that the lesson begins with has run, and is not in the journal', async () => {
  const terminal = { host: 'desk.example.org', suggestions: [], run: 'nc mx.example.org 25' }
  const output = { write: () => {}, addLine: () => {} }
  const lab = await openLab({ ...lesson, terminal }, { crypto: webCrypto, output })
  expect(lab.shell?.running).toBe('nc')
  expect(lab.journal).toEqual([])
})

test('what was planned before a lesson opens has happened', async () => {
  const { mails } = labLesson.world
  const plan = [{ after: 30, send: mails[0]!.id }]
  const earlier: Lesson = { ...lesson, world: { ...labLesson.world, plan }, opensAfter: 60 }
  const opened = await openLab(earlier, { crypto: webCrypto, output: silent })
  expect(opened.world.clock.now()).toBe(Date.parse(labLesson.world.now) + 60_000)
  expect(opened.world.events.some(({ type }) => type === 'delivered')).toBe(true)
  expect(opened.journal).toEqual([])
})

const silent = { write: () => undefined, addLine: () => undefined }
