import type { Zone } from './zone.ts'

/** A zone as it is written, with the file and the apex that it is known by. */
export type ZoneText = Pick<Zone, 'file' | 'origin' | 'text'>

/** The name of the file that holds a zone which was given none. */
export const fileNameOf = (origin: string): string => `${origin || 'root'}.zone`
