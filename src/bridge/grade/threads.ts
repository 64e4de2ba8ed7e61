import { Worker } from 'node:worker_threads'
import { endless } from '../../lab/grading/endless.ts'
import type { GradeTerms, SubmittedFile } from '../../lab/grading/grade.ts'
import type { GradeReport } from '../../lab/grading/report.ts'

/** What a thread is opened with. */
export interface ThreadData {
  readonly terms: GradeTerms
  /** Where lessons stand as data; the package's own if absent. */
  readonly folders?: readonly string[]
}

/** Milliseconds after which a thread is given up: something in a journal never ends. */
const MOST_TIME = 40_000

/** Threads are of the built package: its sources are no JavaScript. */
const script = new URL('./grade-worker.js', import.meta.url)
export const hasThreads = import.meta.url.endsWith('.js')

/**
 * Grades files side by side, each thread the next batch when it is done with one.
 * @param batches Places of files.
 * @param count How many threads.
 * @returns The reports of each file, in the order of the files. Rejects with what broke a thread.
 */
export async function gradeInThreads(
  files: readonly SubmittedFile[],
  batches: readonly (readonly number[])[],
  data: ThreadData,
  count: number,
): Promise<readonly (readonly GradeReport[])[]> {
  const reports: (readonly GradeReport[])[] = []
  let next = 0
  const work = async (): Promise<void> => {
    let worker: Worker | undefined
    try {
      for (let batch = batches[next++]; batch; batch = batches[next++])
        for (const at of batch) {
          worker ??= new Worker(script, { workerData: data })
          const graded = await gradeIn(worker, files[at]!)
          reports[at] = graded ?? [endless(files[at]!)]
          if (!graded) worker = undefined
        }
    } finally {
      await worker?.terminate()
    }
  }
  await Promise.all(Array.from({ length: count }, work))
  return reports
}

/** @returns Undefined where it takes too long, or the thread ended; then the thread is gone. */
const gradeIn = (
  worker: Worker,
  file: SubmittedFile,
): Promise<readonly GradeReport[] | undefined> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), MOST_TIME)
    const end = (act: () => void) => () => {
      clearTimeout(timer)
      act()
    }
    worker.removeAllListeners()
    worker.once('message', (graded: readonly GradeReport[]) => end(() => resolve(graded))())
    worker.once('error', (error) => end(() => reject(error))())
    worker.once(
      'exit',
      end(() => resolve(undefined)),
    )
    worker.postMessage(file)
  })
