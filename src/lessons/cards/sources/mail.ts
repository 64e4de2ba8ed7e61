import type { MailReport } from '../../evidence.ts'
import type { Row } from '../card.ts'
import { rowsOfMessage } from './message.ts'

interface Wanted {
  readonly id: string
  readonly field?: string
}

/** A mail of the world as it arrived, with what the receiving host wrote on top. */
export function mailRows(reports: readonly MailReport[], { id, field }: Wanted): Row[] {
  const end = reports.find(({ mail }) => mail.id === id)?.journey.end
  return end?.kind === 'inbox' || end?.kind === 'junk'
    ? rowsOfMessage(end.message.bytes, field)
    : []
}
