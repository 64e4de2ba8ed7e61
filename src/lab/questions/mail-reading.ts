import { sandboxWorld } from '../../world/sandbox.ts'
import { readMail, type MailRead } from '../own-world/read-mail.ts'
import type { Question } from './question.ts'

/** A message from a file, as one of the world. */
export const mailReading: Question<{ readonly bytes: Uint8Array; readonly id: string }, MailRead> =
  {
    answer: ({ bytes, id }, { world }) => readMail(bytes, id, world?.spec ?? sandboxWorld),
  }
