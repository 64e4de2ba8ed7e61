import { settingsFile } from '../../../lab/own-world/host-settings.ts'
import { ownWorldOf } from '../../../lab/own-world/own-world-of.ts'
import { findItem, type OwnParts, type PartName } from '../../../lab/own-world/parts.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'

/**
 * An item of the world as it is in force: a host by its settings, where those were edited as a text.
 * @returns Undefined for one that is to be added.
 */
export async function formerItem<Part extends PartName>(
  work: Pick<LessonState, 'lesson' | 'zoneTexts' | 'ask'>,
  part: Part,
  key: string | undefined,
): Promise<OwnParts[Part] | undefined> {
  const item = key === undefined ? undefined : findItem(ownWorldOf(work.lesson), part, key)
  if (!item || part !== 'hosts') return item
  const host = item as OwnParts['hosts']
  const text = work.zoneTexts[settingsFile(host.name)]
  return (await work.ask('hostSettings', { host, text, values: {} })).host as OwnParts[Part]
}
