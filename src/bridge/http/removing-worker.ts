/**
 * What a bridge gives in the place of the site's service worker: one that takes itself away. Where the site was
 * served alone at this address before, a browser would go on showing its copy, whose pages know of no bridge.
 * A page that somebody works at stays as it is; Live, which has no work in it, is loaded anew.
 */
export const REMOVING_WORKER = `
addEventListener('install', (event) => event.waitUntil(skipWaiting()))
addEventListener('activate', (event) => event.waitUntil(leave()))
async function leave() {
  const prefix = 'helo-world ' + new URL(registration.scope).pathname + ' '
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
  await registration.unregister()
  for (const page of await clients.matchAll({ type: 'window' }))
    if (/\\/live\\/$/.test(new URL(page.url).pathname)) await page.navigate(page.url).catch(() => undefined)
}
`
