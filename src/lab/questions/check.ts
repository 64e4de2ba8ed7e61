import { check as checkAll } from '../check/check.ts'
import type { CheckAsked, Checked } from '../check/checked.ts'
import type { Question } from './question.ts'

/** What is wrong with zones, records and messages that somebody pasted, and what a receiver makes of them. */
export const check: Question<CheckAsked, Promise<Checked>> = {
  answer: (asked, { crypto }) => checkAll(asked, crypto),
}
