import { gradeFile, type GradeTerms, type SubmittedFile } from '../grading/grade.ts'
import { KeptWork } from '../grading/kept-work.ts'
import { readSubmission } from '../grading/read-submission.ts'
import type { GradeReport } from '../grading/report.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { sha256By } from '../record/sha256-by.ts'
import type { Question } from './question.ts'

export interface GradedAsked extends GradeTerms {
  readonly files: readonly SubmittedFile[]
  /** Those that are known so far; one that is undefined is none of the site's. */
  readonly lessons: Readonly<Record<string, Lesson | undefined>>
}

export interface GradedAnswer {
  /** Slugs of lessons that have to be known first; then nothing was graded. */
  readonly missing: readonly string[]
  /** Of each file, in the order of the files. */
  readonly reports: readonly GradeReport[]
}

/** From one question to the next: submissions come one by one. */
const kept = new KeptWork()

/** What learners handed in, done again and judged; or which lessons that takes. */
export const graded: Question<GradedAsked, Promise<GradedAnswer>> = {
  async answer({ files, lessons, code }, { crypto, replay }) {
    if (!replay) throw new Error('No labs run here.')
    const sha256 = sha256By(crypto)
    const read = await Promise.all(files.map(({ text }) => readSubmission(text, sha256)))
    const slugs = read.flatMap((one) => (one.ok ? one.handedIn.plays.map(({ slug }) => slug) : []))
    const missing = [...new Set(slugs)].filter((slug) => !Object.hasOwn(lessons, slug))
    if (missing.length > 0) return { missing, reports: [] }
    const reports: GradeReport[] = []
    for (const file of files) {
      const terms = code === undefined ? {} : { code }
      const ports = {
        ...{ replay, sha256 },
        lesson: (slug: string) => Promise.resolve(lessons[slug]),
        sharedBy: (key: string) => kept.of(key),
      }
      reports.push(...(await gradeFile(file, terms, ports)))
    }
    return { missing, reports }
  },
}
