import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { checkProgress } from '../../lessons/check.ts'
import { rowsOf } from '../../lessons/cards/rows.ts'
import { judge } from '../../lessons/goals/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { MailSpec } from '../../world/spec.ts'
import type { LabInput } from '../lab.ts'
import { openLab } from '../open.ts'
import { labLesson } from '../testing/lab-lesson.ts'
import { findingsIn } from './message.ts'

const file = 'note.eml'
const sound = [
  'From: Alice <alice@example.net>',
  'Date: Tue, 5 May 2026 09:00:00 +0000',
  'Message-ID: <1@example.net>',
  '',
  'Grüße',
  '',
].join('\n')

const [sample] = labLesson.world.mails
const mail: MailSpec = { ...sample!, id: 'note', document: file, headers: [], body: '' }
const lesson: Lesson = {
  ...labLesson,
  world: {
    ...labLesson.world,
    mails: [mail],
    documents: [{ kind: 'message', name: 'note', file, text: 'From: nobody\n', editable: true }],
  },
}

const open = (journal: readonly LabInput[] = []) =>
  openLab(lesson, { crypto: webCrypto, output: { write: () => {}, addLine: () => {} }, journal })

const edit = (text: string): LabInput => ({ kind: 'edit', document: file, text })
const [to] = mail.rcptTo
const delivered = { kind: 'delivered', mailbox: to, line: 'Grüße' }

describe('a message in a lab', () => {
  test('a mail that is made of it goes as it is written', async () => {
    const lab = await open()
    await lab.apply(edit(sound))
    await lab.apply({ kind: 'send', mail: 'note' })
    const evidence = await lab.gather()
    expect(judge(delivered, evidence)).toEqual({ met: true })
    expect(judge({ kind: 'message', mailbox: to, lacks: ['Subject'] }, evidence).met).toBe(true)
  })

  test('its findings are those of the text as it stands', async () => {
    const lab = await open()
    const none = { kind: 'diagnostic', code: 'message/*', file, present: 'no' }
    expect(judge({ ...none, severity: 'error' }, await lab.gather()).met).toBe(false)
    await lab.apply(edit(sound))
    expect(judge(none, await lab.gather())).toEqual({ met: true })
  })

  test('mails are tried as it stands, and the journal does it again', async () => {
    const lab = await open()
    await lab.apply(edit(sound))
    await lab.apply({ kind: 'send', mail: 'note' })
    expect((await lab.gather()).journeys[0]!.journey.end.kind).toBe('inbox')
    const again = await open(lab.journal)
    expect(again.documentTexts).toEqual(lab.documentTexts)
    expect(JSON.stringify(again.world.events)).toBe(JSON.stringify(lab.world.events))
  })

  test('its lines are rows of a card, addresses apart where that is wanted', async () => {
    const lab = await open([edit(sound)])
    const rows = rowsOf({ kind: 'document', file, parts: 'yes' }, await lab.gather())
    expect(rows.map(({ name, text }) => `${name} | ${text}`)).toEqual([
      ...['From name | From: Alice …', 'From address | From: … <alice@example.net>'],
      'Date | Date: Tue, 5 May 2026 09:00:00 +0000',
      ...['Message-ID | Message-ID: <1@example.net>', 'Grüße | Grüße'],
    ])
  })

  test('an edit that follows a step gives its hint', async () => {
    const when = { kind: 'message', document: file, has: ['Date'] }
    const step = { ...lesson.steps[0]!, id: 'next', goals: [{ id: 'g', text: '', when }] }
    const first = { ...step, id: 'first', goals: [{ id: 'f', text: '', when: delivered }] }
    const hint = { ...{ id: 'h', text: '', answers: [], during: ['next'] }, when: { kind: 'message', document: file, lacks: ['Date'] } } // prettier-ignore
    const taught = { ...lesson, steps: [first, step], hints: [hint] }
    const lab = await openLab(taught, {
      ...{ crypto: webCrypto, output: { write: () => {}, addLine: () => {} } },
    })
    await lab.apply(edit('From: a@example.net\n\nGrüße\n'))
    await lab.apply({ kind: 'send', mail: 'note' })
    await lab.apply({ kind: 'check' })
    const hintNow = async () => checkProgress(taught, await lab.gather(), lab.remembered).hint?.id
    expect(await hintNow()).toBeUndefined()
    await lab.apply(edit('From: b@example.net\n\nGrüße\n'))
    expect(await hintNow()).toBe('h')
  })
})

describe('findings in a text', () => {
  test('stand where they stand in its own lines and characters', () => {
    const text = 'From: Grün <a@example.org>\nDate: x\nSubject: a\nno colon\n\nHi'
    const found = findingsIn(text, file).map(({ code, span }) => [
      code,
      text.slice(span.from, span.to),
    ])
    expect(found).toContainEqual(['message/date-syntax', 'x'])
    expect(found).toContainEqual(['message/field-syntax', 'no colon'])
  })

  test('an empty text has none', () => expect(findingsIn(' \n', file)).toEqual([]))

  test('lie within any text, and so do their fixes', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'From: ',
            'a@b.example',
            '\n',
            '\r\n',
            '\r',
            ' ',
            'é👍',
            'Date: 1',
            '<',
            ':',
          ),
        ),
        (parts) => {
          const text = parts.join('')
          for (const { span, fixes, related } of findingsIn(text, file)) {
            const places = [
              span,
              ...related,
              ...fixes.flatMap(({ edits }) => edits.map((one) => one.span)),
            ]
            for (const one of places) {
              const { from, to: end } = 'span' in one ? one.span : one
              expect(from).toBeGreaterThanOrEqual(0)
              expect(end).toBeGreaterThanOrEqual(from)
              expect(end).toBeLessThanOrEqual(text.length)
            }
          }
        },
      ),
      { seed: 5, numRuns: 300 },
    ))
})
