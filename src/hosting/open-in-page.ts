import type { OpenLine } from '../lab/line.ts'
import type { StartHost } from './host-in-page.ts'

/**
 * Runs the host in the page, where no Worker can be had.
 * @param load Fetches what starts it.
 */
export const openInPage =
  (load: () => Promise<StartHost>): OpenLine =>
  (listener) => {
    let isClosed = false
    const host = load().then((start) =>
      start((output) => {
        if (!isClosed) listener.received(output)
      }),
    )
    host.catch((error: unknown) => {
      if (!isClosed) listener.broke(String(error))
    })
    return {
      post: (request) => void host.then((there) => there.receive(request)).catch(() => undefined),
      close() {
        isClosed = true
        void host.then((there) => there.stop()).catch(() => undefined)
      },
    }
  }
