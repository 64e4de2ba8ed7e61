import { words } from '#words/live-page'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { startPage } from './start-page.ts'
import './live.css'

startPage()
// A bridge marks the pages that it serves; where there is none, nothing is asked for.
if (document.querySelector('meta[name="helo-world-bridge"]')) void show()
else document.querySelectorAll('#how [data-copy]').forEach(placeCopyButton)

async function show(): Promise<void> {
  const [target, how] = [document.querySelector('#live'), document.querySelector('#how')]
  if (!target) return
  // What a page without a bridge says is not seen for a moment.
  how?.setAttribute('hidden', '')
  try {
    const { openLive } = await fetchAgain(() => import('../live/open-live.ts'))
    how?.remove()
    openLive(target, new URL('../bridge/', firstPage()))
  } catch (error) {
    how?.removeAttribute('hidden')
    throw error
  }
}

/** This page in the first language, which stands at the site's root, where the bridge is too. */
const firstPage = (): string =>
  document.querySelector<HTMLLinkElement>('link[hreflang="en"]')?.href ?? location.href

function placeCopyButton(lines: Element): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button small copy'
  button.textContent = words.copy
  button.addEventListener('click', () => {
    const answer = (text: string): void => void (button.textContent = text)
    navigator.clipboard.writeText(lines.querySelector('pre')?.textContent ?? '').then(
      () => answer(words.copied),
      () => answer(words.notAllowed),
    )
  })
  lines.append(button)
}
