import { imapStates, pop3States } from '../views/mailbox-states.ts'
import type { SessionStates } from '../views/session-states.ts'
import { smtpStates } from '../views/smtp-states.ts'
import type { Question } from './question.ts'

/** The states of every protocol's sessions. They are always the same. */
export const sessionStates: Question<Readonly<Record<string, never>>, readonly SessionStates[]> = {
  answer: () => [smtpStates, imapStates, pop3States],
}
