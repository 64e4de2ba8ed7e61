import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ClassClient } from '../../src/bridge/class/testing/class-client.ts'
import { metIn } from '../../src/lab/class/dots.ts'
import { measureFollowing } from './class-follow.ts'

/** A class of so many students, in which each meets so many goals, one after the other. */
const STUDENTS = 200
const GOALS = 8
/** Milliseconds between two goals of a student, on average. */
const PAUSE = 2_000

export const classBenches: readonly { readonly group: string; run(): Promise<string> }[] = [
  { group: 'class', run: () => withServer(measureClass) },
  { group: 'class', run: () => withServer((_, known) => measureFollowing(known)) },
]

interface Memory {
  readonly rss: number
  readonly heapUsed: number
  readonly processor: { readonly user: number; readonly system: number }
}

export interface Known {
  readonly port: number
  readonly code: string
  readonly secret: string
}

/** A class in a process of its own, for as long as it is measured. */
async function withServer(
  measure: (server: ChildProcess, known: Known) => Promise<string>,
): Promise<string> {
  const server = fork(fileURLToPath(new URL('./class-process.js', import.meta.url)), {
    execArgv: ['--expose-gc'],
  })
  const [known] = (await once(server, 'message')) as [Known]
  try {
    return await measure(server, known)
  } finally {
    server.kill()
  }
}

/** How long it takes from a goal that is met to a board that shows it, and what that costs the server. */
async function measureClass(server: ChildProcess, known: Known): Promise<string> {
  const before = await memoryOf(server)
  const seen = new SeenGoals()
  const client = new ClassClient(known.port)
  const leave = await client.board(known.secret, ({ students }) => {
    for (const { student, dots } of students) seen.note(student, metIn(dots))
  })
  const began = performance.now()
  const students = await Promise.all(
    Array.from({ length: STUDENTS }, async (_, at) => {
      const { key, view } = await client.join(known.code, `Student ${at}`)
      return { key, student: view.student, leave: await client.student(key, () => undefined) }
    }),
  )
  const joined = performance.now() - began
  await Promise.all(students.map(({ key, student }) => learn(client, key, student, seen)))
  await seen.all(STUDENTS * GOALS)
  const after = await memoryOf(server)
  for (const one of students) one.leave()
  leave()
  return tableOf(seen.took, joined, before, after)
}

/** One student meets goal after goal, with a mistake before each. */
async function learn(client: ClassClient, key: string, student: number, seen: SeenGoals) {
  for (let met = 1; met <= GOALS; met++) {
    await new Promise((done) =>
      setTimeout(done, PAUSE * (0.5 + ((student * 7 + met * 3) % 10) / 10)),
    )
    seen.sent(student, met)
    await client.ask('say', key, {
      ...{ kind: 'report', number: met, place: { slug: 'speak-smtp', step: 'one' }, made: met },
      dots: ['1'.repeat(met) + '0'.repeat(GOALS - met)],
      mistakes: Array.from({ length: met }, (_, at) => ({
        ...{ kind: 'reply', cause: `501 ${at}`, typed: `MAIL FROM bob@example.net ${at}` },
        ...{ answered: '501 5.5.4 Write MAIL FROM:<reverse-path>', times: 1 },
      })),
    })
  }
}

/** When goals were sent, and how long it took until a board had them. */
class SeenGoals {
  readonly took: number[] = []
  readonly #sent = new Map<string, number>()
  #whenSeen = (): void => undefined

  sent(student: number, met: number): void {
    this.#sent.set(`${student} ${met}`, performance.now())
  }

  note(student: number, met: number): void {
    const at = this.#sent.get(`${student} ${met}`)
    if (at === undefined) return
    this.#sent.delete(`${student} ${met}`)
    this.took.push(performance.now() - at)
    this.#whenSeen()
  }

  /** Resolves when so many were seen. */
  all(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#whenSeen = () => this.took.length >= count && resolve()
      this.#whenSeen()
    })
  }
}

async function memoryOf(server: ChildProcess): Promise<Memory> {
  server.send('memory')
  const [memory] = (await once(server, 'message')) as [Memory]
  return memory
}

function tableOf(took: readonly number[], joined: number, before: Memory, after: Memory): string {
  const inOrder = took.toSorted((a, b) => a - b)
  const at = (share: number) =>
    `${inOrder[Math.floor((inOrder.length - 1) * share)]!.toFixed(0)} ms`
  const mib = (octets: number) => `${(octets / 1024 / 1024).toFixed(1)} MiB`
  const worked = after.processor.user + after.processor.system
  return [
    `\nclass: ${STUDENTS} students on loopback, ${GOALS} goals each, one every ${PAUSE / 1000} s; news are gathered for 100 ms`,
    `  goal met to board     p50 ${at(0.5)}   p95 ${at(0.95)}   most ${at(1)}   (${took.length} goals)`,
    `  all joined            ${joined.toFixed(0)} ms`,
    `  memory of the server  ${mib(after.rss)} (heap ${mib(before.heapUsed)} before, ${mib(after.heapUsed)} after)`,
    `  processor time        ${(worked / 1e6).toFixed(2)} s`,
  ].join('\n')
}
