import { parentPort } from 'node:worker_threads'
import { proveFolder, type Job } from './prove-folder.ts'

const port = parentPort!

// While a proof is under way nothing but itself keeps the thread: one that never ends lets it end.
port.on('message', (job: Job) => {
  port.unref()
  void proveFolder(job).then((report) => {
    port.postMessage(report)
    port.ref()
  })
})
