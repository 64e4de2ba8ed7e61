import type { Crypto } from '../../core/effects.ts'
import {
  gradeFile,
  type GradePorts,
  type GradeTerms,
  type SubmittedFile,
} from '../../lab/grading/grade.ts'
import { KeptWork } from '../../lab/grading/kept-work.ts'
import type { GradeReport } from '../../lab/grading/report.ts'
import { replayTimeline } from '../../lab/grading/timeline.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { rememberAnswers } from '../../platform/remembered-answers.ts'
import { sha256By } from '../../lab/record/sha256-by.ts'
import { namedLesson } from '../cli/named-lessons.ts'

/** Milliseconds that one replay may take: a long lesson takes some tenths of a second. */
const MOST_TIME = 20_000

const loadLint = () => import('../../lint/lint-zones.ts')

/** Grades one file after the other; each lesson is read once, and what was judged of it is kept for the next. */
export class Grader {
  readonly #terms: GradeTerms
  readonly #ports: GradePorts
  readonly #lessons = new Map<string, Promise<Lesson | undefined>>()
  readonly #kept = new KeptWork()

  /** @param folders Where lessons stand as data; the package's own by default. */
  constructor(terms: GradeTerms, crypto: Crypto, folders?: readonly string[]) {
    this.#terms = terms
    // Replays of one lesson sign and verify the same messages.
    const remembering = rememberAnswers(crypto)
    this.#ports = {
      replay: (lesson, journal, more) =>
        replayTimeline(lesson, journal, { crypto: remembering, loadLint, ...more }),
      sha256: sha256By(crypto),
      lesson: (slug) => this.#lesson(slug, folders),
      sharedBy: (key) => this.#kept.of(key),
      startClock() {
        const end = performance.now() + MOST_TIME
        return () => performance.now() < end
      },
    }
  }

  grade(file: SubmittedFile): Promise<readonly GradeReport[]> {
    return gradeFile(file, this.#terms, this.#ports)
  }

  #lesson(slug: string, folders?: readonly string[]): Promise<Lesson | undefined> {
    const found = this.#lessons.get(slug) ?? namedLesson(slug, folders)
    this.#lessons.set(slug, found)
    return found
  }
}
