import type { LabOutput } from '../lab/protocol.ts'
import { HOST_IN_PAGE } from './host-in-page.ts'
import { INSIDE } from './inside.ts'
import { startHost } from './start-host.ts'

/** What is used of a Worker's global scope, whose types would clash with those of a page. */
interface WorkerScope {
  postMessage(output: LabOutput): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}

const isOwn = 'WorkerGlobalScope' in globalThis && !(INSIDE in globalThis)
if (isOwn) serve(globalThis as unknown as WorkerScope)
// A page that can have no Worker, or a Worker that many frames share, runs the very same script.
else Object.assign(globalThis, { [HOST_IN_PAGE]: startHost })

function serve(scope: WorkerScope): void {
  const host = startHost((output) => scope.postMessage(output))
  scope.addEventListener('message', ({ data }) => host.receive(data))
}
