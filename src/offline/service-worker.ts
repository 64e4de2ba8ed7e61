import type { PageMessage, StoredState } from './messages.ts'
import { planFor } from './plan.ts'
import { SiteStore } from './site-store.ts'
import type { StoredSite } from './stored-site.ts'

declare const self: ServiceWorkerGlobalScope
/** The build writes it before this script. */
declare const STORED_SITE: StoredSite

const { scope } = self.registration
const store = new SiteStore(STORED_SITE, {
  ...{ caches, scope },
  fetch: (request, init) => fetch(request, init),
})

/** Who has asked to save data gets what is used, and no more. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true

self.addEventListener('install', (event) => {
  event.waitUntil(savesData() ? store.begin() : fillUsed())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})

self.addEventListener('fetch', (event) => {
  const { request, clientId, resultingClientId } = event
  const plan = planFor(request, scope)
  if (plan.kind === 'leave') return
  if (plan.kind === 'page')
    event.waitUntil(store.note(resultingClientId).then(() => tidy(resultingClientId)))
  event.respondWith(
    plan.kind === 'data' && clientId
      ? store.versionOf(clientId).then((version) => store.answer(plan, request, version))
      : store.answer(plan, request),
  )
})

self.addEventListener('message', (event) => {
  const [port] = event.ports
  // It is about the language of the page that asks.
  const { url = scope } = (event.source ?? {}) as Partial<WindowClient>
  const folder = store.folderOf(url)
  const done = act(event.data as PageMessage, folder)
  event.waitUntil(done.then(async () => port?.postMessage(await state(folder))))
})

/** A newer version has what the older had, and a first one what is open. */
async function fillUsed(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await store.fill(await store.usedFolders(open.map(({ url }) => url)))
}

/** The pages that are open without a worker came from this very version. */
async function activate(): Promise<void> {
  for (const { id } of await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    if ((await store.versionOf(id)) === undefined) await store.note(id)
  await self.clients.claim()
  await tidy()
}

/**
 * Not while another version comes: what it stores is no rest of an older one.
 * @param opening A page on its way, which is not among the open ones yet.
 */
async function tidy(opening = ''): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await store.tidy([...open.map(({ id }) => id), opening])
}

async function act({ kind }: PageMessage, folder: string): Promise<void> {
  if (kind === 'take-over') await self.skipWaiting()
  // Where it fails, the state that is answered says so.
  if (kind === 'fill') await store.fill([folder]).catch(() => undefined)
  if (kind === 'remove') {
    await self.registration.unregister()
    await store.remove()
  }
}

async function state(folder: string): Promise<StoredState> {
  return { version: STORED_SITE.version, isWhole: await store.isWhole(folder) }
}
