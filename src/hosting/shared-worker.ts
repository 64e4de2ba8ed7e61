import { fetchAgain } from './fetch-again.ts'
import { LightHost } from '../lab/light-host.ts'
import type { LabOutput } from '../lab/protocol.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { loadHostInPage, type PageHost } from './host-in-page.ts'
import { INSIDE, LIGHT_IN_PAGE } from './inside.ts'
import whole from './worker.ts?worker&url'

/** What is used of a Worker's global scope, whose types would clash with those of a page. */
interface Scope {
  addEventListener(
    type: 'connect' | 'message',
    listener: (event: { readonly ports: readonly MessagePort[] }) => void,
  ): void
}

const startLight = (send: (output: LabOutput) => void): PageHost =>
  new LightHost(
    {
      crypto: webCrypto,
      fetchPiece: fetchAgain,
      startHost: async (report) => (await loadHostInPage(whole))(report),
    },
    send,
  )

// The script of a whole host is run by this one: it starts none by itself.
Object.assign(globalThis, { [INSIDE]: true })
if ('WorkerGlobalScope' in globalThis) {
  const scope = globalThis as unknown as Scope
  // A line each: of all frames that a SharedWorker has, or of those that share the Worker of one.
  const type = 'SharedWorkerGlobalScope' in globalThis ? 'connect' : 'message'
  scope.addEventListener(type, ({ ports: [port] }) => port && serve(port))
} else Object.assign(globalThis, { [LIGHT_IN_PAGE]: startLight })

/** Every line has a host of its own: what is done over one is nothing to the others. */
function serve(port: MessagePort): void {
  const host = startLight((output) => port.postMessage(output))
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // A port does not notice that its other end is gone.
    if (data !== 'end') return host.receive(data)
    host.stop()
    port.close()
  })
  port.start()
}
