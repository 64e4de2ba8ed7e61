import type { Differences } from './differences.ts'

/** Explains itself: the default words are written for learners. */
export const teaching: Differences = {}
