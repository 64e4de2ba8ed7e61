import type { Evidence } from '../../../lessons/evidence.ts'
import type { Lab, LabInput, LabOptions } from '../../../lab/lab.ts'
import type { Progress } from '../../../lessons/check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import type { World } from '../../../world/world.ts'
import type { LabPorts } from '../lab-loader.ts'

/** A lesson with one goal: its zone reads `fixed`. */
export const lesson: Lesson = {
  ...{ slug: 'try', module: { number: 1, slug: 'm', title: 'M' }, number: 1, title: 'Try' },
  ...{ objective: '', minutes: 1, misconception: '', debrief: '', html: '', panels: ['zone'] },
  world: {
    ...{ seed: 1, now: '2026-06-01T08:00:00Z', hosts: [], mailboxes: [], mails: [], senders: [] },
    zones: [
      { origin: 'example.org', text: 'as it was', editable: true },
      { origin: 'example.net', text: 'not yours', editable: false },
    ],
  },
  goals: [{ id: 'g', text: 'Write `fixed`', when: { kind: 'x' } }],
  ...{ ladder: ['one', 'two'], hints: [] },
}

export interface FakeLab extends Lab {
  /** How often evidence was gathered. */
  gathered: number
}

/** A lab that keeps a journal and zone texts, and whose evidence is the zone texts as they stand. */
export function fakeLab(options: LabOptions): FakeLab {
  const journal: LabInput[] = []
  const texts: Record<string, string> = { 'example.org': 'as it was', 'example.net': 'not yours' }
  let notify: (event: WorldEvent) => void = () => {}
  const act = (input: LabInput) => {
    journal.push(input)
    if (input.kind === 'edit') texts[input.zone] = input.text
    if (input.kind === 'type') options.output.write(input.data)
    notify({ at: 0, type: 'closed', connection: 1 })
  }
  for (const input of options.journal ?? []) act(input)
  const world = { subscribe: (listen) => ((notify = listen), () => {}) } as Partial<World> as World
  return {
    ...{ lesson, world, journal, zoneTexts: texts, shell: undefined, gathered: 0 },
    apply: (input) => Promise.resolve(act(input)),
    gather() {
      this.gathered++
      return Promise.resolve(evidenceOf({ ...texts }))
    },
  }
}

export const evidenceOf = (texts: Readonly<Record<string, string>>): Evidence =>
  ({ world: { texts } }) as unknown as Evidence

export function checkFakeProgress({ world }: Evidence): Progress {
  const { texts } = world as unknown as { texts: Record<string, string> }
  const met = texts['example.org'] === 'fixed'
  const goal = lesson.goals[0]!
  return {
    goals: [{ goal, status: met ? { met } : { met, reason: 'not fixed' } }],
    done: met,
    hint: undefined,
  }
}

/** Ports that open fake labs. @param opened Gets each lab. */
export const fakeLabPorts = (opened: (lab: FakeLab) => void): LabPorts => ({
  loadEngines: () =>
    Promise.resolve({
      webCrypto: { answer: () => Promise.resolve(undefined) },
      openLab(_, options) {
        const lab = fakeLab(options)
        opened(lab)
        return Promise.resolve(lab)
      },
      checkProgress: (_, evidence) => checkFakeProgress(evidence),
    }),
  loadLint: () => Promise.resolve({ lintZones: () => [] }),
})
