import type { NumberedMessage, SessionNumbers } from '../../../lab/types.ts'

/** What a table of numbers shows, and what it showed before numbers changed. */
export interface Renumbered {
  readonly now: readonly NumberedMessage[]
  /** The rows before the last change of a number; the same as `now` at first. */
  readonly before: readonly NumberedMessage[]
}

export interface ShownRow {
  readonly id: string
  readonly subject: string
  /** Absent of a message that is no longer in the session’s list. */
  readonly number?: number
  /** Its number before the last change, where that was another. */
  readonly was?: number
  readonly flags: readonly string[]
  readonly state: NumberedMessage['state'] | 'vanished'
}

export const noNumbers: Renumbered = { now: [], before: [] }

/** The newest session of a client, by its host; of anybody where no host is named. */
export const sessionOf = (
  sessions: readonly SessionNumbers[],
  client: string | undefined,
): SessionNumbers | undefined =>
  sessions.findLast((one) => client === undefined || one.client === client)

/** Takes what a session calls its messages now. Without a session the numbers stay in mind. */
export function withNumbers(
  { now, before }: Renumbered,
  session: SessionNumbers | undefined,
): Renumbered {
  if (!session) return { now, before }
  const rows = session.rows.map((row) => ({ ...row, subject: row.subject || subjectIn(now, row) }))
  const isFirst = now.length === 0 || !rows.some(({ id }) => now.some((one) => one.id === id))
  return { now: rows, before: isFirst ? rows : sameNumbers(now, rows) ? before : now }
}

/** Of a message that another session has taken away the store knows no subject any more. */
const subjectIn = (rows: readonly NumberedMessage[], { id }: NumberedMessage): string =>
  rows.find((one) => one.id === id)?.subject ?? ''

const sameNumbers = (
  these: readonly NumberedMessage[],
  others: readonly NumberedMessage[],
): boolean =>
  these.length === others.length &&
  these.every(({ id, number }, at) => others[at]?.id === id && others[at].number === number)

/** The rows in order, and among them those that lost their number at the last change. */
export function shownRows({ now, before }: Renumbered): ShownRow[] {
  const rows = now.map((row): ShownRow => {
    const was = before.find(({ id }) => id === row.id)?.number
    return was === undefined || was === row.number ? row : { ...row, was }
  })
  for (const { id, subject, number } of before) {
    if (now.some((one) => one.id === id)) continue
    const at = rows.findIndex((row) => (row.was ?? row.number ?? 0) > number)
    const vanished: ShownRow = { id, subject, was: number, flags: [], state: 'vanished' }
    rows.splice(at < 0 ? rows.length : at, 0, vanished)
  }
  return rows
}
