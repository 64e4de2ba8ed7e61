import { panelTitles } from '../panels/titles.ts'
import type { PanelName } from '../../lab/types.ts'

const effects = (): HTMLElement | null => document.querySelector('[data-slot="effect"]')

/** The panel of effects that a desk shows. */
export const seenPanel = (): string | undefined =>
  effects()?.querySelector<HTMLElement>('.layer:not(.hidden) [data-panel]')?.dataset['panel']

/** Notices when another one is shown. @returns A function that ends it. */
export function watchPanel(changed: () => void): () => void {
  const slot = effects()
  const watcher = new MutationObserver(changed)
  if (slot)
    watcher.observe(slot, { childList: true, subtree: true, attributeFilter: ['data-panel'] })
  return () => watcher.disconnect()
}

/** Shows a panel of effects, where the desk has it. */
export function showPanel(name: string): void {
  if (seenPanel() === name || !Object.hasOwn(panelTitles, name)) return
  const title = panelTitles[name as PanelName]
  const tabs = effects()?.querySelectorAll<HTMLElement>('.tabs button') ?? []
  for (const tab of tabs) if (tab.textContent.trim() === title) return tab.click()
}
