import { parseMessage } from '../../message/parse.ts'
import { shownLogo, type ShownLogo } from '../views/shown-logo.ts'
import type { Question } from './question.ts'

/** The logo of a message that a host has judged: what that host states of one. */
export interface MessageLogo {
  /** Absent where it looked for none. */
  readonly logo?: ShownLogo
}

export const logo: Question<{ readonly bytes: Uint8Array }, MessageLogo> = {
  answer({ bytes }) {
    const found = shownLogo(parseMessage(bytes))
    return found ? { logo: found } : {}
  },
}
