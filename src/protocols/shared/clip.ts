import { clip } from '../../core/text/clip.ts'

/** What stands for the rest in a reply, which has ASCII alone. */
const REST = '...'

/** UTF-16 units of what was typed that a reply repeats. */
const REPEATED = 40

/** What was typed, short enough to be repeated in a reply. */
export const clipped = (typed: string): string => clip(typed, REPEATED + REST.length, REST)
