import { words } from '#words/panels'
import type { PanelName } from '../../lab/types.ts'

/** What a panel is called where several share a place. */
export const panelTitles: Readonly<Record<PanelName, string>> = words.titles

/** Where one acts by typing. */
const doing: readonly PanelName[] = ['terminal', 'zone']

export interface SharedPanels {
  readonly doing: readonly PanelName[]
  readonly effects: readonly PanelName[]
}

/**
 * Which panels of a lesson stand where one acts, and which show what came of it. Without a terminal and
 * an editor its first panel is the one in which one acts.
 */
export function sharePanels(panels: readonly PanelName[]): SharedPanels {
  const acting = panels.filter((name) => doing.includes(name))
  const first = acting.length ? acting : panels.slice(0, 1)
  return { doing: first, effects: panels.filter((name) => !first.includes(name)) }
}
