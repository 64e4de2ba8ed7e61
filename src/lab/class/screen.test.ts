import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToJournal } from '../journal.ts'
import type { LabInput } from '../lab.ts'
import { inputsAfter } from './inputs-after.ts'
import { classLimits, type ScreenPosition } from './protocol.ts'
import { goneOn, presentedScreen, screenMessage, type Screen } from './screen.ts'

const shows = { place: { slug: 'mx' }, look: {}, run: 3 }
const begun = (journal: readonly LabInput[] = []): Screen =>
  presentedScreen({ kind: 'present', ...shows, work: { edition: 1 }, journal }) as Screen
const after = (screen: Screen, from: number, ...inputs: LabInput[]) =>
  goneOn(screen, { kind: 'go-on', ...shows, from, inputs }) as Screen
const type = (data: string): LabInput => ({ kind: 'type', data })

test('a message that comes twice, or overlaps, changes nothing', () => {
  const once = after(begun(), 0, type('A'), type('B'))
  expect(after(once, 0, type('A'), type('B')).journal).toEqual([type('AB')])
  expect(after(once, 1, type('B'), type('C'))).toMatchObject({ count: 3, journal: [type('ABC')] })
})

describe('a page that follows', () => {
  const screen = after(begun([type('EHLO x\r')]), 0, type('N'), type('O'), { kind: 'check' })

  test('hears what it missed', () =>
    expect(screenMessage(screen, { run: 3, count: 1 })).toMatchObject({
      ...{ from: 1, count: 3 },
      inputs: [type('O'), { kind: 'check' }],
    }))

  test.each<[string, ScreenPosition | undefined]>([
    ['that is new', undefined],
    ['that was in other work', { run: 2, count: 1 }],
    ['that claims more than there is', { run: 3, count: 9 }],
  ])('%s hears all of it', (_, at) =>
    expect(screenMessage(screen, at)).toMatchObject({
      ...{ work: { edition: 1 }, from: 0, count: 3 },
      inputs: [type('EHLO x\r'), type('NO'), { kind: 'check' }],
    }),
  )

  test('that was away for long hears all of it', () => {
    const keys = Array.from({ length: classLimits.recent + 1 }, () => type('\r'))
    const long = after(begun(), 0, ...keys)
    expect(long.recent).toHaveLength(classLimits.recent)
    expect(screenMessage(long, { run: 3, count: 0 }).work).toBeDefined()
    expect(screenMessage(long, { run: 3, count: 1 }).inputs).toHaveLength(classLimits.recent)
  })
})

const input = fc.oneof(
  fc.constantFrom('a', 'b', '\r', '\x1b[A').map(type),
  fc.constantFrom<LabInput>({ kind: 'check' }, { kind: 'send', mail: 'm' }),
  fc
    .record({ zone: fc.constantFrom('x', 'y'), text: fc.string({ maxLength: 3 }) })
    .map((edit) => ({ kind: 'edit' as const, ...edit })),
)

test('whenever a page looks, it comes to the journal of the presenter', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(input, fc.boolean(), fc.boolean())), (acts) => {
      let [made, sent]: (readonly LabInput[])[] = [[], []]
      let screen = begun()
      let at: ScreenPosition | undefined
      let followed: readonly LabInput[] = []
      for (const [act, sends, looks] of acts) {
        made = addToJournal(made!, act)
        if (sends) {
          screen = after(screen, screen.count, ...inputsAfter(sent!, made)!)
          sent = made
        }
        if (!looks) continue
        const { work, inputs, run, count } = screenMessage(screen, at)
        followed = inputs.reduce(addToJournal, work ? [] : followed)
        at = { run, count }
        expect(followed).toEqual(screen.journal)
        expect(followed).toEqual(sent)
      }
    }),
  ))

describe('what was done between two journals', () => {
  const first = [type('A'), { kind: 'check' } as const]
  test.each<[string, LabInput[], readonly LabInput[] | undefined]>([
    ['nothing', first, []],
    ['more', [...first, type('B')], [type('B')]],
    ['begun over', [], undefined],
    ['another one', [type('A'), { kind: 'check' }, type('B')], undefined],
  ])('%s', (_, journal, between) => expect(inputsAfter(first, journal)).toEqual(between))

  test('keys that were joined, and a text that took the place of another', () => {
    const edit = (text: string): LabInput => ({ kind: 'edit', zone: 'x', text })
    expect(inputsAfter([type('A')], [type('ABC'), type('\r')])).toEqual([type('BC'), type('\r')])
    expect(inputsAfter([edit('1')], [edit('12')])).toEqual([edit('12')])
    expect(inputsAfter([type('A')], [edit('12')])).toBeUndefined()
  })
})
