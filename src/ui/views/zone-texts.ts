import { once } from '../../core/once.ts'
import type { ZoneText } from '../../lab/types.ts'

/** Of zones only what they are written as; of the same zone always the same object. */
export const zoneTextsOf = (zones: readonly ZoneText[]): ZoneText[] => zones.map(textOf)

const textOf = once(({ file, origin, text }: ZoneText): ZoneText => ({ file, origin, text }))
