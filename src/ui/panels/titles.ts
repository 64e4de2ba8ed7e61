import { words } from '#words/panels'
import type { PanelName } from '../../lab/types.ts'

/** What a panel is called where several share a place. */
export const panelTitles: Readonly<Record<PanelName, string>> = words.titles

/** Where one acts; all others show what came of it. */
const doing: readonly PanelName[] = ['terminal', 'zone']

export const isDoing = (name: PanelName): boolean => doing.includes(name)
