import type { OpenLine } from '../lab/line.ts'

/** Runs the host in the page, where no Worker can be had. Its code is fetched first. */
export const openInPage: OpenLine = (listener) => {
  let isClosed = false
  const host = import('./start-host.ts').then(({ startHost }) =>
    startHost((output) => {
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
