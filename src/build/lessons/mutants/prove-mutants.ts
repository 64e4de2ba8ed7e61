import type { LessonFolder } from '../files/folder.ts'
import type { OpenLab } from '../proof/player.ts'
import { folderVariant } from '../proof/prove-lesson.ts'
import type { Judgement, Result } from './judge.ts'
import { makeMutants, sampleOf, type Stray } from './mutants.ts'
import { playMutant } from './play-mutant.ts'
import { goRightWay, hintsOnTheWay, type RightWay } from './right-way.ts'

/** The share of mistakes that must be answered with their own cause. */
export const ANSWERED_AT_LEAST = 0.9

/** In a sample of a dozen or so a share of nine tenths is often missed by chance. */
export const ANSWERED_IN_SAMPLE = 0.75

/** So many are made where the solution has room for them. */
const MUTANTS_WANTED = 200

/** Fewer would not show how a lesson answers; a solution of one short record has some 140. */
export const MUTANTS_AT_LEAST = 100

/** A solution that types little has room for less: so many for each typed line, and each edit. */
const PER_LINE = 5
const PER_EDIT = 60

/** How many small mistakes a solution must have room for; none where only cards are answered. */
const fewestFor = ({ solution }: Pick<LessonFolder, 'solution'>): number =>
  Math.min(
    MUTANTS_AT_LEAST,
    solution.reduce(
      (sum, { kind }) => sum + (kind === 'type' ? PER_LINE : kind === 'edit' ? PER_EDIT : 0),
      0,
    ),
  )

export interface JudgedMutant extends Judgement {
  /** The variant that it was played in; empty for the lesson itself. */
  readonly variant: string
  readonly cause: string
  readonly what: string
}

export interface MutantProof {
  /** All that could be played. */
  readonly made: number
  readonly judged: readonly JudgedMutant[]
  /** A sentence for each thing that is not as it must be. */
  readonly failures: readonly string[]
}

export interface MutantOptions {
  /** How many are played; all by default. */
  readonly sample?: number
  readonly seed?: number
}

/** Plays small mistakes in a lesson's right ways, and in those of its variants. */
export async function proveMutants(
  folder: LessonFolder,
  open: OpenLab,
  { sample = Infinity, seed = 1 }: MutantOptions = {},
): Promise<MutantProof> {
  const failures: string[] = []
  const all: (Stray & { readonly variant: string; readonly folder: LessonFolder })[] = []
  for (const variant of ['', ...folder.lesson.variants.map(({ id }) => id)]) {
    const varied = folderVariant(folder, variant)
    const plays = [varied.solution, ...Object.values(varied.alternatives)]
    const ways: RightWay[] = []
    for (const play of plays) ways.push(await goRightWay(varied.lesson, play, open))
    failures.push(...ways.flatMap(hintsOnTheWay))
    const strays = makeMutants(varied.lesson, ways, MUTANTS_WANTED, seed)
    // A variant differs in words alone: a part of its mutants will do.
    const part = variant ? sampleOf(strays, Math.ceil(strays.length / 4), seed) : strays
    all.push(...part.map((stray) => ({ ...stray, variant, folder: varied })))
  }
  const chosen = all.length > sample ? sampleOf(all, sample, seed) : all
  const judged: JudgedMutant[] = []
  for (const { mutant, right, variant, folder: varied } of chosen as typeof all) {
    const judgement = await playMutant(mutant, varied.lesson, right, open)
    judged.push({ ...judgement, variant, cause: mutant.cause, what: mutant.what })
  }
  const wanted = chosen.length < all.length ? ANSWERED_IN_SAMPLE : ANSWERED_AT_LEAST
  if (all.length < fewestFor(folder))
    failures.push(
      `Only ${all.length} small mistakes can be made, and ${fewestFor(folder)} are wanted.`,
    )
  failures.push(...belowTarget(judged, wanted))
  return { made: all.length, judged, failures: [...new Set(failures)] }
}

export const countOf = (judged: readonly JudgedMutant[], result: Result): number =>
  judged.filter((one) => one.result === result).length

/** Of all mistakes, those that are answered with their own cause; 1 where there is none. */
export function shareAnswered(judged: readonly JudgedMutant[]): number {
  const mistakes = judged.length - countOf(judged, 'harmless')
  return mistakes ? countOf(judged, 'answered') / mistakes : 1
}

function belowTarget(judged: readonly JudgedMutant[], wanted: number): string[] {
  const share = shareAnswered(judged)
  const wrong = judged.filter(({ result }) => result === 'wrong')
  const percent = (part: number) => `${Math.floor(part * 100)} %`
  return [
    ...(share < wanted
      ? [
          `${percent(share)} of the small mistakes are answered with their own cause, and ${percent(wanted)} are wanted.`,
        ]
      : []),
    ...wrong.map(({ cause, what, by }) => `${what} (${cause}) is answered wrongly: ${by}.`),
  ]
}
