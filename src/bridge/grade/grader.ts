import type { Crypto } from '../../core/effects.ts'
import {
  gradeFile,
  type GradePorts,
  type GradeTerms,
  type SubmittedFile,
} from '../../lab/grading/grade.ts'
import type { GradeReport } from '../../lab/grading/report.ts'
import type { LabOptions } from '../../lab/lab.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Sha256 } from '../../lab/record/record.ts'
import { namedLesson } from '../cli/named-lessons.ts'

/** Milliseconds that one replay may take: a long lesson takes some tenths of a second. */
const MOST_TIME = 20_000

/** Lessons and variants whose verdicts are kept. */
const KEPT = 12

type Verdicts = NonNullable<LabOptions['verdicts']>

/** Grades one file after the other; each lesson is read once, and what was judged of it is kept for the next. */
export class Grader {
  readonly #terms: GradeTerms
  readonly #ports: GradePorts
  readonly #lessons = new Map<string, Promise<Lesson | undefined>>()
  readonly #verdicts = new Map<string, Verdicts>()

  /** @param folders Where lessons stand as data; the package's own by default. */
  constructor(terms: GradeTerms, crypto: Crypto, folders?: readonly string[]) {
    this.#terms = terms
    this.#ports = {
      crypto,
      sha256: sha256By(crypto),
      lesson: (slug) => this.#lesson(slug, folders),
      verdictsOf: (key) => this.#verdictsOf(key),
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

  #verdictsOf(key: string): Verdicts {
    const found: Verdicts = this.#verdicts.get(key) ?? new Map()
    // The one that was asked for last is the last to go.
    this.#verdicts.delete(key)
    this.#verdicts.set(key, found)
    const [oldest] = this.#verdicts.keys()
    if (this.#verdicts.size > KEPT && oldest !== undefined) this.#verdicts.delete(oldest)
    return found
  }
}

/** Digests by what the command has for cryptography. */
export const sha256By =
  (crypto: Crypto): Sha256 =>
  async (data) => {
    const digest = await crypto.answer({ ask: 'digest', algorithm: 'sha-256', data })
    return digest instanceof Uint8Array ? digest : undefined
  }
