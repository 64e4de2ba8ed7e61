import { readZone, type ZoneRead, type ZoneToRead } from '../own-world/zone-import/read-zone.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { Question } from './question.ts'

/** What a pasted text is as a zone of the world, and what it names that the world may have. */
export const zoneReading: Question<ZoneToRead, ZoneRead> = {
  answer(asked, { world }) {
    const spec = world?.spec ?? sandboxWorld
    return readZone(asked, spec, (origin) => {
      const isEditable = spec.zones.some((zone) => zone.origin === origin && zone.editable)
      return isEditable ? world?.zones.find((zone) => zone.origin === origin)?.text : undefined
    })
  },
}
