import type { Page } from '@playwright/test'

/**
 * Notes what goes wrong in a page from its next load on: errors, what its policy refuses, failed
 * requests, and requests to somebody else.
 * @returns The list, which grows.
 */
export function watch(page: Page): readonly string[] {
  const noted: string[] = []
  void page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  )
  page.on('pageerror', (error) => noted.push(`thrown: ${error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left calls off what it was fetching.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') noted.push(`failed: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) noted.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (
      protocol.startsWith('http') &&
      page.url() !== 'about:blank' &&
      origin !== new URL(page.url()).origin
    )
      noted.push(`abroad: ${request.url()}`)
  })
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' || /Content[- ]Security[- ]Policy/i.test(text))
      noted.push(`${message.type()}: ${text}`)
  })
  return noted
}
