import type { PageMessage, StoredState } from '../../offline/messages.ts'

/** The site's root, seen from where the scripts are. */
export const siteRoot = (): URL => new URL(/* @vite-ignore */ '../', import.meta.url)

/** Starts to keep a copy, or looks whether there is a newer version of it. */
export const register = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(new URL('sw.js', siteRoot()), { updateViaCache: 'none' })

/** The copy that is there, if any. */
export const findCopy = (): Promise<ServiceWorkerRegistration | undefined> =>
  navigator.serviceWorker.getRegistration(siteRoot())

/** Asks a worker, which answers with what is stored. */
export function ask(worker: ServiceWorker, message: PageMessage): Promise<StoredState> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<StoredState>) => {
      port1.close()
      resolve(data)
    }
    worker.postMessage(message, [port2])
  })
}

/** Until a registration has a worker that answers. Rejects where what it takes could not be fetched. */
export function whenActive({ active, waiting, installing }: ServiceWorkerRegistration) {
  return new Promise<ServiceWorker>((resolve, reject) => {
    if (active) return resolve(active)
    const coming = installing ?? waiting
    const look = () => {
      if (coming?.state === 'activated') resolve(coming)
      else if (coming?.state === 'redundant' || !coming) reject(new Error('It was not stored.'))
    }
    coming?.addEventListener('statechange', look)
    look()
  })
}
