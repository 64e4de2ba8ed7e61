import type { LabOutput } from '../lab/protocol.ts'
import { startHost } from './start-host.ts'

/** What is used of a Worker's global scope, whose types would clash with those of a page. */
interface WorkerScope {
  postMessage(output: LabOutput): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}

const scope = globalThis as unknown as WorkerScope
const host = startHost((output) => scope.postMessage(output))
scope.addEventListener('message', ({ data }) => host.receive(data))
