import { words } from '#words/panels'
import type { PanelName } from '../../lab/types.ts'

/** What a panel is called where several share a place. */
export const panelTitles: Readonly<Record<PanelName, string>> = words.titles

/** Where one acts; all others show what came of it. */
const doing: readonly PanelName[] = ['terminal', 'zone']

/**
 * Whether one acts in a panel. Devices are where one acts in a lesson that has neither terminal nor zone.
 * @param panels All panels of the lesson.
 */
export const isDoing = (name: PanelName, panels: readonly PanelName[]): boolean =>
  doing.includes(name) || (name === 'devices' && !panels.some((one) => doing.includes(one)))
