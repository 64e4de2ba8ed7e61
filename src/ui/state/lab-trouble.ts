import { words } from '#words/state'

/** What a lab that was lost, or that could not be opened, means to the learner. */
export const labTroubleText = words.trouble

export type LabTrouble = keyof typeof labTroubleText
