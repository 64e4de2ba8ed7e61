import { checkProgress } from '../../../lessons/check.ts'
import type { Lab } from '../../../lab/lab.ts'
import type { Progress } from '../../../lessons/check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { ShellOutput } from '../../../shell/shell.ts'
import type { LessonFolder } from '../files/folder.ts'
import type { Attempt, Play } from '../files/plays.ts'
import { halfways } from './line-edits.ts'
import { turnsOf, type Turn } from './transcript.ts'

export interface Proof {
  readonly lesson: Lesson
  /** Strict prefixes of the solution that were tried. */
  readonly prefixes: number
  readonly attempts: number
  /** A sentence for each thing that is not as it must be; empty for a proved lesson. */
  readonly failures: readonly string[]
}

/** Opens a lesson anew. */
export type OpenLab = (lesson: Lesson, output: ShellOutput) => Promise<Lab>

/**
 * Plays a lesson from both sides: its start and every strict prefix of its solution leave goals
 * open, the solution meets them all and receives the replies it lists, and each wrong attempt
 * leaves goals open and earns its own hint.
 */
export async function proveLesson(folder: LessonFolder, open: OpenLab): Promise<Proof> {
  const { lesson, solution, attempts } = folder
  const start = await startFailures(lesson, open)
  const solved = await proveSolution(lesson, solution, open)
  const tried = await Promise.all(attempts.map((attempt) => proveAttempt(lesson, attempt, open)))
  return {
    lesson,
    prefixes: solved.prefixes,
    attempts: attempts.length,
    failures: [...start, ...solved.failures, ...tried.flat()],
  }
}

async function startFailures(lesson: Lesson, open: OpenLab): Promise<string[]> {
  const { lab } = await openListening(lesson, open)
  const { done } = await progressOf(lab)
  return done ? ['The start: every goal is met before anything was done.'] : []
}

interface Listening {
  readonly lab: Lab
  /** Whole lines that a program or a server wrote, oldest first. */
  readonly received: string[]
}

async function openListening(lesson: Lesson, open: OpenLab): Promise<Listening> {
  const received: string[] = []
  const lab = await open(lesson, {
    write: () => undefined,
    addLine: ({ who, text }) => void (who === 'you' || received.push(text)),
  })
  return { lab, received }
}

const progressOf = async (lab: Lab): Promise<Progress> =>
  checkProgress(lab.lesson, await lab.gather())

/** One thing to do, and how a sentence names what was done up to it. */
interface Deed {
  readonly after: string
  /** @returns What it should have received and did not, as sentences. */
  run(listening: Listening): Promise<string[]>
}

async function proveSolution(lesson: Lesson, play: Play, open: OpenLab) {
  const deeds = deedsOf(lesson, play)
  const listening = await openListening(lesson, open)
  const failures: string[] = []
  let last: Progress | undefined
  for (const [at, deed] of deeds.entries()) {
    failures.push(...(await deed.run(listening)).map((text) => `The solution: ${text}`))
    last = await progressOf(listening.lab)
    if (last.done && at < deeds.length - 1)
      failures.push(`A prefix of the solution meets every goal already: ${deed.after}.`)
  }
  return { prefixes: Math.max(0, deeds.length - 1), failures: [...failures, ...unmet(last)] }
}

function unmet(progress: Progress | undefined): string[] {
  if (!progress) return ['The solution: it does nothing.']
  return progress.goals.flatMap(({ goal, status }) =>
    status.met ? [] : [`The solution leaves the goal \`${goal.id}\` open: ${status.reason}`],
  )
}

const deedsOf = (lesson: Lesson, { zones, transcript }: Play): Deed[] => [
  ...Object.entries(zones).flatMap(([origin, text]) => editDeeds(lesson, origin, text)),
  ...turnsOf(transcript).map(typeDeed),
]

function editDeeds({ world }: Lesson, origin: string, text: string): Deed[] {
  const start = world.zones.find((zone) => zone.origin === origin)?.text ?? ''
  return halfways(start, text).map((step) => ({
    after: `${origin} with the line \`${step.typed}\``,
    run: (listening) => edit(listening, origin, step.text),
  }))
}

async function edit({ lab }: Listening, zone: string, text: string): Promise<string[]> {
  await lab.apply({ kind: 'edit', zone, text })
  return []
}

const typeDeed = (turn: Turn): Deed => ({
  after: `line ${turn.typed.line}, \`${turn.typed.text}\``,
  run: (listening) => typeTurn(turn, listening),
})

async function typeTurn({ typed, received: expected }: Turn, { lab, received: all }: Listening) {
  const misplaced = promptFailure(typed.who, lab.shell?.running)
  const from = all.length
  await lab.apply({ kind: 'type', data: `${typed.text}\r` })
  const received = all.slice(from)
  const missing = firstMissing(
    expected.map(({ text }) => text),
    received,
  )
  const line = expected[missing ?? 0]
  return [
    ...(misplaced ? [`line ${typed.line}: ${misplaced}`] : []),
    ...(missing === undefined || !line
      ? []
      : [
          `line ${line.line}: \`${line.text}\` was not received, but \`${received.join('` and `')}\`.`,
        ]),
  ]
}

function promptFailure(who: string, running: string | undefined): string | undefined {
  if (who === '$' && running) return `\`${running}\` still runs, so this line is not for the shell.`
  if (who === 'C' && !running) return 'no program runs, so this line goes to the shell.'
  return undefined
}

/** The first expected line that no received line starts with, in order; others may be between. */
function firstMissing(
  expected: readonly string[],
  received: readonly string[],
): number | undefined {
  let from = 0
  for (const [index, start] of expected.entries()) {
    const found = received.findIndex((line, at) => at >= from && line.startsWith(start))
    if (found < 0) return index
    from = found + 1
  }
  return undefined
}

async function proveAttempt(
  lesson: Lesson,
  { hint, play }: Attempt,
  open: OpenLab,
): Promise<string[]> {
  const listening = await openListening(lesson, open)
  const about = (text: string) => `The attempt \`${hint}\`: ${text}`
  const failures: string[] = []
  for (const [zone, text] of Object.entries(play.zones)) await edit(listening, zone, text)
  for (const turn of turnsOf(play.transcript)) failures.push(...(await typeTurn(turn, listening)))
  const progress = await progressOf(listening.lab)
  if (progress.done) failures.push('it meets every goal, so it is a solution.')
  else if (progress.hint?.id !== hint)
    failures.push(
      progress.hint ? `it earns the hint \`${progress.hint.id}\`.` : 'it earns no hint at all.',
    )
  return failures.map(about)
}
