import type { Lab, LabInput } from '../../../lab/lab.ts'
import { rowsOf } from '../../../lessons/cards/rows.ts'
import { checkProgress, type Progress } from '../../../lessons/check.ts'
import { cardsOf, type Lesson } from '../../../lessons/lesson.ts'
import type { Shell, ShellOutput } from '../../../shell/shell.ts'
import { nameOfDeed, type Deed } from '../files/play.ts'
import { halfways } from './line-edits.ts'
import type { Turn } from './transcript.ts'

/**
 * Opens a lesson anew, and does again what a journal holds.
 * @param outputOf Where what is written in terminals beside the first goes.
 */
export type OpenLab = (
  lesson: Lesson,
  output: ShellOutput,
  journal?: readonly LabInput[],
  outputOf?: (terminal: number) => ShellOutput,
) => Promise<Lab>

/** A lab that is played: what it wrote, and what was done to it. */
export interface Player {
  readonly lab: Lab
  /** Whole lines that programs and servers wrote, oldest first, by the number of the terminal. */
  readonly received: ReadonlyMap<number, readonly string[]>
  /** How many of them were there when each terminal was left. */
  readonly seen: Map<number, number>
}

/**
 * @param journal What was done before.
 * @param seen What of it was seen.
 */
export async function startPlayer(
  lesson: Lesson,
  open: OpenLab,
  journal: readonly LabInput[] = [],
  seen: ReadonlyMap<number, number> = new Map(),
): Promise<Player> {
  const received = new Map<number, string[]>()
  const outputOf = (terminal: number): ShellOutput => {
    const lines: string[] = []
    received.set(terminal, lines)
    return {
      write: () => undefined,
      addLine: ({ who, text }) => void (who === 'you' || lines.push(text)),
    }
  }
  const lab = await open(lesson, outputOf(1), journal, outputOf)
  return { lab, received, seen: new Map(seen) }
}

/** The terminal that a deed is done in. */
export const terminalOf = (deed: Deed): number => ('terminal' in deed ? (deed.terminal ?? 1) : 1)

/** The shell of a terminal, where it is open. */
export const shellOf = ({ lab }: Player, terminal: number): Shell | undefined =>
  terminal === 1 ? lab.shell : lab.terminals?.get(terminal)

/** The lines of a terminal, from one on. */
export const linesFrom = (
  { received }: Player,
  terminal: number,
  from: number,
): readonly string[] => (received.get(terminal) ?? []).slice(from)

/** How many lines a terminal had before a deed: of one that is gone to, when it was left. */
export const linesBefore = (player: Player, deed: Deed): number => {
  const terminal = terminalOf(deed)
  if (deed.kind === 'terminal') return player.seen.get(terminal) ?? 0
  return player.received.get(terminal)?.length ?? 0
}

/** Judges what stands, and has the lab remember what is new, as a page does. */
export async function judgeNow({ lab }: Player): Promise<Progress> {
  const judged = async () => checkProgress(lab.lesson, await lab.gather(), lab.remembered)
  const progress = await judged()
  if (!progress.fresh) return progress
  await lab.apply({ kind: 'check' })
  return judged()
}

/** One thing that is done at once, and how a sentence names it. */
export interface Move {
  readonly name: string
  /** @returns What should have happened and did not, as sentences. */
  run(player: Player): Promise<string[]>
}

/** Whether an edit is typed word by word, from the text that stands when it begins. */
export type Pace = 'word by word' | 'at once'

/** What a deed comes to. */
export function movesOf(deed: Deed, { lab }: Player, pace: Pace = 'word by word'): Move[] {
  if (deed.kind === 'type' || deed.kind === 'terminal')
    return [{ name: nameOfDeed(deed), run: (player) => takeTurn(player, deed) }]
  if (deed.kind === 'answer')
    return [{ name: nameOfDeed(deed), run: (player) => answer(player, deed) }]
  if (deed.kind === 'send' || deed.kind === 'advance' || deed.kind === 'device')
    return [{ name: nameOfDeed(deed), run: (player) => apply(player, deed) }]
  const isZone = deed.kind === 'edit'
  const name = isZone ? deed.zone : deed.document
  const before = (isZone ? lab.zoneTexts : lab.documentTexts)[name] ?? ''
  const put = (whole: string) => (player: Player) =>
    apply(player, {
      kind: 'edit',
      ...(isZone ? { zone: name } : { document: name }),
      text: whole,
    } as LabInput)
  if (pace === 'at once') return [{ name, run: put(deed.text) }]
  return halfways(before, deed.text).map((step) => ({
    name: `${name} with the line \`${step.typed}\``,
    run: put(step.text),
  }))
}

async function apply({ lab }: Player, input: LabInput): Promise<string[]> {
  await lab.apply(input)
  return []
}

/** Rows are named in a play, and have keys in a lab. */
async function answer(
  player: Player,
  { card: id, answer: given }: Extract<Deed, { kind: 'answer' }>,
): Promise<string[]> {
  const { lab } = player
  const card = cardsOf(lab.lesson).find((one) => one.id === id)
  if (!card || !('from' in card)) return apply(player, { kind: 'answer', card: id, answer: given })
  const rows = rowsOf(card.from, await lab.gather())
  const keys = given.map((name) => rows.find((row) => row.name === name || row.key === name)?.key)
  if (keys.includes(undefined)) {
    const names = rows.map(({ name }) => `\`${name}\``).join(', ')
    return [`the card \`${id}\` has no row \`${given[keys.indexOf(undefined)]!}\`, but ${names}.`]
  }
  return apply(player, { kind: 'answer', card: id, answer: keys as string[] })
}

/** Types a line, or goes to a terminal, and looks at what came there. */
async function takeTurn(
  player: Player,
  deed: Extract<Deed, { kind: 'type' | 'terminal' }>,
): Promise<string[]> {
  const terminal = terminalOf(deed)
  const from = linesBefore(player, deed)
  const running = shellOf(player, terminal)?.running
  if (deed.kind === 'type')
    await player.lab.apply({
      ...{ kind: 'type', data: `${deed.turn.typed.text}\r` },
      ...(terminal > 1 && { terminal }),
    })
  else if (!shellOf(player, terminal))
    await player.lab.apply({ kind: 'open', terminal, host: deed.host })
  const received = linesFrom(player, terminal, from)
  player.seen.set(terminal, from + received.length)
  return turnFailures(deed.turn, running, received)
}

/**
 * @param running The program that ran when the line was typed.
 * @param received The lines that came then.
 * @returns What should have happened and did not, as sentences.
 */
export function turnFailures(
  { typed, received: expected }: Turn,
  running: string | undefined,
  received: readonly string[],
): string[] {
  const misplaced = promptFailure(typed.who, running)
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
