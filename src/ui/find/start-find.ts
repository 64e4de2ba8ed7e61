import { fetchAgain } from '../../hosting/fetch-again.ts'
import { asksToFind } from './find-key.ts'
import { keepPlace } from './keep-place.ts'

/** Where Ctrl-K means something else: terminals, the line below one, and the large editor. */
const SHELLS = '[data-panel="terminal"], .xterm, .monaco-editor'

/**
 * Opens the palette by its key, and by whatever has `data-find`: a link to the glossary, which leads
 * there where the palette cannot be fetched. The palette itself comes when it is first asked for.
 */
export function startFind(): void {
  keepPlace()
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
  // Before a terminal sees the key: it would keep what it does not know.
  addEventListener(
    'keydown',
    (event) => {
      // Where a key was pressed is asked only of the few that could be meant: each key comes here.
      if (!asksToFind(event, isMac, false)) return
      if (!asksToFind(event, isMac, isInShell(event.target))) return
      event.preventDefault()
      event.stopPropagation()
      void open()
    },
    { capture: true },
  )
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>('[data-find]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open().catch(() => link instanceof HTMLAnchorElement && location.assign(link.href))
  })
  for (const link of document.querySelectorAll('[data-find]')) {
    link.role = 'button'
    link.ariaHasPopup = 'dialog'
    link.ariaKeyShortcuts = isMac ? 'Meta+K' : 'Control+K'
  }
}

const isInShell = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(SHELLS) !== null

async function open(): Promise<void> {
  const { togglePalette } = await fetchAgain(() => import('./palette.ts'))
  togglePalette()
}
