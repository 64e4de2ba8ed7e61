import { words } from '#words/offline'
import { ask, register } from './copy.ts'
import { showOffer } from './offer.ts'

/** Milliseconds after which a page that is looked at again asks for a newer version. */
const HOUR = 3_600_000

/** Offers a newer version as soon as it is stored. */
export function watchVersions(registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting && registration.active) void offer(registration, registration.waiting)
  }
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  look()
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR) return
    asked = Date.now()
    // Without a network there is none.
    register().catch(() => undefined)
  })
}

/** Milliseconds that a newer version has to take over. */
const PATIENCE = 8000

/** In this tab not twice, on however many pages. */
async function offer(registration: ServiceWorkerRegistration, waiting: ServiceWorker) {
  const { version } = await ask(waiting, { kind: 'state' })
  if (isDeclined(version)) return
  showOffer({
    text: words.newer,
    action: words.load,
    accept: () => takeOver(registration),
    decline: () => remember(version),
  })
}

/** What is typed is stored when the page is left. Another page stays as it is, and has its old scripts. */
function takeOver({ waiting }: ServiceWorkerRegistration): void {
  // It was taken on another page.
  if (!waiting) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  })
  // The old one ends what it is at first. Should that take long, the page is loaded anew all the same.
  setTimeout(() => location.reload(), PATIENCE)
  void ask(waiting, { kind: 'take-over' })
}

/** A page that is older than what the host has may ask for a script that is gone. */
export function watchMissing(): void {
  addEventListener('vite:preloadError', (event) => {
    const [script] = /http\S+?\.(?:js|css)/.exec(String((event as VitePreloadError).payload)) ?? []
    if (script) void offerAnew(script)
  })
}

type VitePreloadError = Event & { readonly payload?: unknown }

async function offerAnew(script: string): Promise<void> {
  // Without a network nothing is known: who asked for it says what is the matter.
  const answer = await fetch(script, { method: 'HEAD' }).catch(() => undefined)
  const isScript = /script|css/.test(answer?.headers.get('Content-Type') ?? '')
  if (!answer || (answer.ok && isScript)) return
  showOffer({
    text: words.gone,
    action: words.reload,
    accept: () => location.reload(),
    decline: () => undefined,
  })
}

const key = 'helo-world/newer'

const isDeclined = (version: string): boolean => {
  try {
    return sessionStorage.getItem(key) === version
  } catch {
    return false
  }
}

function remember(version: string): void {
  try {
    sessionStorage.setItem(key, version)
  } catch {
    // The next page offers it again.
  }
}
