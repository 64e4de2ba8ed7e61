import { availableParallelism } from 'node:os'
import type { Crypto } from '../../core/effects.ts'
import { withCopies } from '../../lab/grading/copies.ts'
import type { SubmittedFile } from '../../lab/grading/grade.ts'
import type { GradeReport } from '../../lab/grading/report.ts'
import { batchesOf } from './batches.ts'
import { Grader } from './grader.ts'
import { gradeInThreads, hasThreads, type ThreadData } from './threads.ts'

/** Files for which another thread is worth its start. */
const WORTH = 8

/** Grades files, in threads where there are many. @returns Their reports, in the order of the files. */
export async function gradeFiles(
  files: readonly SubmittedFile[],
  data: ThreadData,
  crypto: Crypto,
): Promise<readonly GradeReport[]> {
  const threads = hasThreads ? Math.min(availableParallelism(), Math.ceil(files.length / WORTH)) : 1
  const batches = batchesOf(files, threads)
  const graded =
    threads > 1
      ? await gradeInThreads(files, batches, data, threads)
      : await gradeHere(files, batches, new Grader(data.terms, crypto, data.folders))
  return withCopies(graded.flat())
}

async function gradeHere(
  files: readonly SubmittedFile[],
  batches: readonly (readonly number[])[],
  grader: Grader,
) {
  const graded: (readonly GradeReport[])[] = []
  for (const at of batches.flat()) graded[at] = await grader.grade(files[at]!)
  return graded
}
