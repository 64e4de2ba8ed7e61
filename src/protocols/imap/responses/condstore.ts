import type { Output } from '../server/output.ts'
import { statusLine } from '../wire/status-line.ts'
import type { Authenticated, Selected } from '../server/session.ts'
import type { Tools } from '../server/command.ts'

/** A session with CONDSTORE, and what is reported because of it. */
export interface CondstoreOn<Session> {
  readonly session: Session
  /** Comes before the data of the command that switched it on. */
  readonly untagged: Output
}

/**
 * Switches CONDSTORE on, for a client that asks for a mod-sequence. The first command that does so
 * while a mailbox is selected reports its HIGHESTMODSEQ (RFC 7162 §3.1).
 */
export function switchCondstoreOn<Session extends Authenticated | Selected>(
  session: Session,
  tools: Tools,
): CondstoreOn<Session> {
  if (session.enabled.has('CONDSTORE')) return { session, untagged: [] }
  const enabled = new Set([...session.enabled, 'CONDSTORE'] as const)
  return { session: { ...session, enabled }, untagged: highestModSeqOf(session, tools) }
}

/** `* OK [HIGHESTMODSEQ n]` of the mailbox that is selected (RFC 7162 §3.1.2.1). */
const highestModSeqOf = (session: Authenticated | Selected, { responses }: Tools): Output =>
  session.phase === 'selected'
    ? [
        statusLine('*', {
          status: 'OK',
          code: `HIGHESTMODSEQ ${session.view.mailbox.highestModSeq}`,
          text: responses.highestModSeq({}),
        }),
      ]
    : []
