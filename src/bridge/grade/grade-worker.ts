import { parentPort, workerData } from 'node:worker_threads'
import type { SubmittedFile } from '../../lab/grading/grade.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { ThreadData } from './threads.ts'
import { Grader } from './grader.ts'

/** A thread that grades files, one at a time. */
const { terms, folders } = workerData as ThreadData
const grader = new Grader(terms, webCrypto, folders)

parentPort?.on('message', (file: SubmittedFile) => {
  void grader.grade(file).then((reports) => parentPort?.postMessage(reports))
})
