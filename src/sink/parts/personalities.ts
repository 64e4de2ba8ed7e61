import { defaultPersonality } from '../../protocols/smtp/personalities/default.ts'
import type { Personality } from '../../protocols/smtp/personalities/personality.ts'
import { commands } from './commands.ts'

/** One wording: the one that says what to type instead. */
const teaching: Personality = {
  ...defaultPersonality,
  replies: Object.assign(
    {},
    ...commands.map(({ replies }) => replies),
    defaultPersonality.replies,
  ) as Personality['replies'],
}

export const personalities = { teaching }
