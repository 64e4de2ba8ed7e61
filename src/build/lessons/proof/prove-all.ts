import { basename } from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { ProofThreads } from './proof-threads.ts'
import type { Job, Report } from './prove-folder.ts'

/**
 * Proves lessons side by side, each thread the next when it is done with one.
 * @returns The reports, in the order of the jobs.
 */
export async function proveAll(jobs: readonly Job[], threads: ProofThreads): Promise<Report[]> {
  const reports: Report[] = []
  const weightAt = (at: number): number => jobs[at]!.weight ?? 0
  const order = [...jobs.keys()].toSorted((a, b) => weightAt(b) - weightAt(a))
  let next = 0
  async function work(): Promise<void> {
    let worker: Worker | undefined
    for (let at = order[next++]; at !== undefined; at = order[next++]) {
      worker ??= threads.take()
      const report = await proveIn(worker, jobs[at]!)
      reports[at] = report ?? endless(jobs[at]!)
      if (!report) worker = undefined
    }
    if (worker) threads.give(worker)
  }
  await Promise.all(Array.from({ length: Math.min(threads.count, jobs.length) }, work))
  return reports
}

/** @returns Undefined where the thread ended, and its proof had not. Rejects with what it threw. */
const proveIn = (worker: Worker, job: Job): Promise<Report | undefined> =>
  new Promise((resolve, reject) => {
    worker.removeAllListeners()
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => resolve(undefined))
    worker.postMessage(job)
  })

function endless({ folder }: Job): Report {
  const text = `✗ ${basename(folder)}: its proof never came to an end.`
  return { text, failures: [text], mistakes: 0, answered: 0 }
}
