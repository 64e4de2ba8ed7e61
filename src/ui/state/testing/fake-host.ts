import type { Lesson, Progress } from '../../../lab/types.ts'
import type { LabInput } from '../../../lab/lab.ts'
import type { LineListener, OpenLine } from '../../../lab/line.ts'
import type { FailedOutput, LabOutput, LabRequest, OpenRequest } from '../../../lab/protocol.ts'

/** A lesson with one goal: its zone reads `fixed`. */
export const lesson: Lesson = {
  ...{ slug: 'try', module: { number: 1, slug: 'm', title: 'M' }, number: 1, title: 'Try' },
  ...{ objective: '', minutes: 1, misconception: '', debrief: '', notes: '', panels: ['zone'] },
  ...{ edition: 1, doing: 55, hints: [], variants: [] },
  cast: { keeps: ['people', 'domains', 'networks'], why: 'It is about its zone alone.' },
  world: {
    ...{ seed: 1, now: '2026-06-01T08:00:00Z', hosts: [], mailboxes: [], mails: [], senders: [] },
    zones: [
      { origin: 'example.org', text: 'as it was', editable: true },
      { origin: 'example.net', text: 'not yours', editable: false },
    ],
  },
  steps: [
    {
      ...{ id: 's', title: 'S', html: '', after: '', ladder: ['one', 'two'] },
      goals: [{ id: 'g', text: 'Write `fixed`', when: { kind: 'x' } }],
    },
  ],
}

/** A lab of a fake host: what it was opened with, and what was done in it since. */
export interface FakeLab {
  readonly request: OpenRequest
  readonly inputs: LabInput[]
  text: string
}

export interface FakeHost {
  readonly openLine: OpenLine
  readonly labs: FakeLab[]
  /** Every request, of all lines. */
  readonly requests: LabRequest[]
  /** Whether outputs are held back until `release`. */
  isHeld: boolean
  release(): void
  /** Why a lab that is asked for fails, if it shall. */
  refuse: ((request: OpenRequest) => FailedOutput['cause'] | undefined) | undefined
  /** Sends an output, as a host does by itself. */
  say(output: LabOutput): void
  /** Kills the host. */
  die(): void
}

/** One step with one goal, which is met by this text of the zone alone. */
function progressAt(text: string): Progress {
  const met = text === 'fixed'
  const goal = lesson.steps[0]!.goals[0]!
  const status = met ? { met } : ({ met, reason: 'not fixed' } as const)
  return {
    ...{ steps: [{ id: 's', done: met, goals: [{ goal, status }] }], done: met },
    ...{ hint: undefined, fresh: false },
  }
}

/** A host whose lab judges its zone at once: the goal is met when it reads `fixed`. */
export function fakeHost(): FakeHost {
  let listener: LineListener | undefined
  let held: LabOutput[] = []
  const send = (output: LabOutput): void => {
    if (host.isHeld) held.push(output)
    else listener?.received(output)
  }
  const judge = (run: number, input: number, { text }: FakeLab): void => {
    send({ kind: 'findings', run, input })
    send({ kind: 'progress', run, input, progress: progressAt(text) })
  }
  const open = (request: OpenRequest): void => {
    const cause = host.refuse?.(request)
    if (cause) return send({ kind: 'failed', run: request.run, cause, reason: 'It failed.' })
    const text = request.zones['example.org'] ?? 'as it was'
    const lab: FakeLab = { request, inputs: [], text }
    host.labs.push(lab)
    send({ kind: 'opened', run: request.run })
    judge(request.run, 0, lab)
  }
  const apply = ({ run, number, input }: Extract<LabRequest, { kind: 'input' }>): void => {
    const lab = host.labs.at(-1)!
    lab.inputs.push(input)
    if (input.kind === 'edit') lab.text = input.text
    send({ kind: 'applied', run, input: number })
    judge(run, number, lab)
  }
  const host: FakeHost = {
    ...{ labs: [], requests: [], isHeld: false, refuse: undefined, say: send },
    openLine(given) {
      listener = given
      return {
        post(request) {
          host.requests.push(request)
          if (request.kind === 'open') open(request)
          else if (request.kind === 'input') apply(request)
        },
        close: () => (listener = undefined),
      }
    },
    release() {
      host.isHeld = false
      const due = held
      held = []
      due.forEach(send)
    },
    die() {
      const gone = listener
      listener = undefined
      gone?.broke('gone')
    },
  }
  return host
}
