import { goalsOf, type Lesson } from '../../../lessons/lesson.ts'
import { loadLessonFolder } from '../load-lessons.ts'
import { countOf, proveMutants, type MutantProof } from '../mutants/prove-mutants.ts'
import { reportMutants } from '../mutants/report.ts'
import { openProved } from './open-proved.ts'
import { proveLesson, type Proof } from './prove-lesson.ts'
import { proveSample, proveSeeds } from './prove-seeds.ts'
import { proveTranslations, type TranslationProof } from './prove-translations.ts'

/** A lesson to prove. */
export interface Job {
  readonly folder: string
  /** How many small mistakes are played; all where absent. */
  readonly sample?: number
  /** Seeds alone are proved, each with all its plays. */
  readonly seeds?: readonly number[]
  /** How long it may take, beside others: what takes long begins first. */
  readonly weight?: number
  /** Its translations alone are proved. */
  readonly translations?: true
}

export interface Report {
  /** For people, in lines. */
  readonly text: string
  readonly failures: readonly string[]
  /** Small mistakes that were played and harmed, and those of them that were answered. */
  readonly mistakes: number
  readonly answered: number
}

/** Proves a lesson, and plays small mistakes in its solutions. */
export async function proveFolder({ folder, sample, seeds, translations }: Job): Promise<Report> {
  const content = await loadLessonFolder(folder)
  if (seeds) return reportSeeds(content.lesson, await proveSeeds(content, openProved, seeds))
  const translated = await proveTranslations(folder, content, openProved)
  if (translations) return reportTranslations(content.lesson, translated)
  const proof = await proveLesson(content, openProved)
  const cast = await proveSample(content, openProved)
  const mutants = await proveMutants(content, openProved, sample === undefined ? {} : { sample })
  const failures = [...proof.failures, ...cast, ...translated.failures, ...mutants.failures]
  const { judged } = mutants
  const text = textOf(proof, mutants, failures, sample === undefined)
  return {
    ...{ text: `${text}${linesOf(translated.notes)}`, failures },
    ...{ mistakes: judged.length - countOf(judged, 'harmless') },
    answered: countOf(judged, 'answered'),
  }
}

function reportSeeds(lesson: Lesson, failures: readonly string[]): Report {
  const head = `${failures.length ? '✗' : '✓'} ${label(lesson).padEnd(4)}${lesson.slug.padEnd(22)}`
  const keeps = lesson.cast ? `keeps its ${lesson.cast.keeps.join(', ')}` : ''
  const text = `${`${head}${keeps}`.trimEnd()}${linesOf(failures)}`
  return { text, failures, mistakes: 0, answered: 0 }
}

function reportTranslations(lesson: Lesson, { failures, notes }: TranslationProof): Report {
  const head = `${failures.length ? '✗' : '✓'} ${label(lesson).padEnd(4)}${lesson.slug}`
  const text = `${head}${linesOf([...notes, ...failures])}`
  return { text, failures, mistakes: 0, answered: 0 }
}

/** Lines below a lesson’s own. */
const linesOf = (lines: readonly string[]): string => lines.map((line) => `\n    ${line}`).join('')

/** `A2`: the module’s letter and the lesson's number. */
const label = ({ module, number }: Lesson): string =>
  `${String.fromCharCode(64 + module.number)}${number}`

function textOf(
  { lesson, failures: _, ...parts }: Proof,
  mutants: MutantProof,
  failures: readonly string[],
  isWhole: boolean,
): string {
  const mark = failures.length ? '✗' : '✓'
  const counts = Object.entries({ goals: goalsOf(lesson).length, ...parts })
    .map(([name, count]) => `${name} ${count}`)
    .join('  ')
  const more = [...reportMutants(mutants, isWhole ? 'each' : 'counts'), ...failures]
  return `${mark} ${label(lesson).padEnd(4)}${lesson.slug.padEnd(22)}${counts}${linesOf(more)}`
}
