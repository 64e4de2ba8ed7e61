import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { addToJournal } from '../journal.ts'
import type { LabInput } from '../lab.ts'
import { writeJson } from '../octet-json.ts'
import { openLab } from '../open.ts'
import { answerQuestion } from '../questions/index.ts'
import { labLesson } from '../testing/lab-lesson.ts'
import { sandbox } from '../../lessons/sandbox.ts'
import { ownWorldOf } from '../own-world/own-world-of.ts'
import { goBackTo, saveState, stepBack, zonesIn, type Work } from './go-back.ts'
import { isSame } from './is-same.ts'
import { packStates, readStates } from './saved-state.ts'

const type = (data: string): LabInput => ({ kind: 'type', data })
const advance: LabInput = { kind: 'advance', by: 60_000 }
const name = (number: number): string => `Branch ${number}`
const origin = labLesson.world.zones.find(({ editable }) => editable)!.origin
const send: LabInput = { kind: 'send', mail: labLesson.world.mails[0]!.id }

const input: fc.Arbitrary<LabInput> = fc.oneof(
  fc.constantFrom(advance, send, { kind: 'check' } as const),
  fc.constantFrom('ls\r', 'hosts\r', 'x', '\r').map(type),
  fc.constantFrom('@ A 192.0.2.1\n', '@ A 192.0.2.2\n').map((text): LabInput => ({
    ...{ kind: 'edit', zone: origin, text },
  })),
)
const journalOf = (inputs: readonly LabInput[]) =>
  inputs.reduce<readonly LabInput[]>(addToJournal, [])

describe('going back', () => {
  const work: Work = { journal: [send, advance], states: [] }

  test('what was done since is kept as a branch, once', () => {
    const saved = saveState({ ...work, journal: [send] }, 'sent')
    const back = goBackTo({ ...saved, journal: [send, advance] }, { journal: [send] }, name)
    expect(back.journal).toEqual([send])
    expect(back.states.map((state) => [state.name, state.journal])).toEqual([
      ['sent', [send]],
      ['Branch 1', [send, advance]],
    ])
    expect(goBackTo(back, { journal: [] }, name).states).toEqual(back.states)
  })

  test('a state that is saved again under its name takes its place', () => {
    const again = saveState({ ...saveState(work, 'a'), journal: [] }, 'a')
    expect(again.states).toEqual([{ name: 'a', journal: [] }])
  })

  test('a step back takes what somebody did, and what was remembered of it', () => {
    expect(stepBack([send, type('ls\r'), { kind: 'check' }])).toEqual([send])
    expect(stepBack([{ kind: 'check' }])).toEqual([])
    expect(stepBack([])).toEqual([])
  })

  test('zones are as they were edited last', () =>
    expect(
      zonesIn([
        { kind: 'edit', zone: 'a.test', text: '1' },
        { kind: 'edit', zone: 'a.test', text: '2' },
      ]),
    ).toEqual({ 'a.test': '2' }))

  test('nothing is ever lost: whatever is done, each journal is still to be had', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(input, fc.constantFrom('save', 'back', 'step')), { maxLength: 40 }),
        (acts) => {
          let now: Work = { journal: [], states: [] }
          const seen: (readonly LabInput[])[] = []
          for (const [at, act] of acts.entries()) {
            if (act === 'save') now = saveState(now, `s${at}`)
            else if (act === 'step') now = goBackTo(now, { journal: stepBack(now.journal) }, name)
            else if (act === 'back')
              now = goBackTo(now, { journal: now.states[0]?.journal ?? [] }, name)
            else now = { ...now, journal: [...now.journal, act as LabInput] }
            seen.push(now.journal)
          }
          const texts = [now.journal, ...now.states.map(({ journal }) => journal)].map(words)
          for (const journal of seen)
            expect(texts.some((text) => text.startsWith(words(journal)))).toBe(true)
        },
      ),
    ))
})

/** Without what a lab remembers by itself. */
const words = (journal: readonly LabInput[]): string =>
  journal
    .filter(({ kind }) => kind !== 'check')
    .map((one) => JSON.stringify(one))
    .join('\n')

describe('stored states', () => {
  test('are read as they were packed, and share what they have in common', () =>
    fc.assert(
      fc.property(fc.array(fc.array(input, { maxLength: 12 }), { maxLength: 6 }), (all) => {
        const states = all.map((inputs, at) => ({ name: `${at}`, journal: journalOf(inputs) }))
        expect(readStates(JSON.parse(JSON.stringify(packStates(states))) as unknown[])).toEqual(
          states,
        )
      }),
    ))

  test('a state that goes on from another stores what is new', () => {
    const [, second] = packStates([
      { name: 'a', journal: [send, advance] },
      { name: 'b', journal: [send, advance, type('ls\r')] },
    ])
    expect(second).toEqual({ name: 'b', shared: 2, rest: [type('ls\r')] })
  })

  test('anything can be read', () =>
    fc.assert(
      fc.property(fc.array(fc.anything()), (stored) => {
        expect(Array.isArray(readStates(stored))).toBe(true)
      }),
    ))

  test.each([
    [[{ name: 'a', shared: 1, rest: [] }]],
    [[{ name: 1, shared: 0, rest: [] }]],
    [[null]],
  ])('what is none is left out: %j', (stored) => expect(readStates(stored)).toEqual([]))
})

const output = { write: () => undefined, addLine: () => undefined }
const open = (journal: readonly LabInput[]) =>
  openLab(labLesson, { crypto: webCrypto, output, journal })

test(
  'a snapshot and inputs replay byte for byte',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 8 }), fc.nat(8), async (inputs, at) => {
        const whole = await open([])
        for (const one of inputs) await whole.apply(one)
        const lab = await open(journalOf(inputs.slice(0, at)))
        for (const one of inputs.slice(at)) await lab.apply(one)
        expect(writeJson(lab.world.events)).toBe(writeJson(whole.world.events))
        expect(lab.zoneTexts).toEqual(whole.zoneTexts)
      }),
      { numRuns: 25 },
    ),
  60_000,
)

describe('comparing', () => {
  const compare = async (first: readonly LabInput[], second?: readonly LabInput[]) => {
    const { world } = await open([send])
    const asked = { lesson: labLesson, first, ...(second && { second }) }
    const compared = await answerQuestion('stateDifference', asked, { world, crypto: webCrypto })
    if ('reason' in compared) throw new Error(compared.reason)
    return compared.difference
  }

  test('the same journal comes to the same, also beside the lab as it stands', async () => {
    expect(isSame(await compare([send], [send]))).toBe(true)
    expect(isSame(await compare([send]))).toBe(true)
  })

  test('what differs in zones, mailboxes, events and time', async () => {
    const edit: LabInput = { kind: 'edit', zone: origin, text: '@ A 192.0.2.1\n' }
    const { times, zones, mail, events } = await compare([edit, advance])
    expect(times[0]).not.toBe(times[1])
    expect(zones.map((zone) => [zone.origin, zone.first])).toEqual([[origin, ['@ A 192.0.2.1']]])
    expect([mail.first.length, mail.second.length]).toEqual([0, 1])
    expect(events.shared).toBe(0)
    expect(events.second.length).toBeGreaterThan(0)
  })

  test('a journal that does nothing known changes nothing', async () => {
    const bad = [{ kind: 'send', mail: 'nowhere' }] as const
    expect(isSame(await compare(bad, []))).toBe(true)
  })
})

describe('states of a world of one’s own', () => {
  const world = ownWorldOf(sandbox)
  const other = { ...world, desk: 'mail.example.org' }
  const states = [
    { name: 'before', journal: [] },
    { name: 'mine', journal: [], world },
    { name: 'still mine', journal: [], world },
    { name: 'another', journal: [], world: other },
  ]

  test('come back with their worlds, each stored once', () => {
    const packed = packStates(states)
    expect(packed.map((one) => one.world === 'same')).toEqual([false, false, true, false])
    expect(readStates(JSON.parse(JSON.stringify(packed)) as unknown[])).toEqual(states)
  })

  test('are gone back to with their worlds; what was done in another is kept', () => {
    const back = goBackTo(
      { journal: [], world: other, states: states.slice(0, 2) },
      states[0]!,
      String,
    )
    expect(back.world).toBeUndefined()
    expect(back.states.at(-1)).toMatchObject({ name: '1', world: other, isBranch: true })
  })
})
