import { messagesOf } from '../../protocols/imap/view/view.ts'
import type { ImapSession } from '../../protocols/imap/server/session.ts'
import { uniqueId } from '../../protocols/pop3/server/maildrop.ts'
import type { Pop3Session } from '../../protocols/pop3/server/session.ts'
import { subjectOf } from '../subject-of.ts'

/** What a session of IMAP or POP3 calls the messages of its mailbox now. */
export interface Numbering {
  readonly protocol: 'imap' | 'pop3'
  /** The name of the mailbox: `INBOX`. */
  readonly mailbox: string
  /** Of IMAP: with another one, the UIDs mean other messages (RFC 9051 §2.3.1.1). */
  readonly validity?: number
  /** In the order of their numbers. */
  readonly rows: readonly NumberedMessage[]
}

/** The numbers of an open session, and whose it is. */
export interface SessionNumbers extends Numbering {
  readonly connection: number
  /** The name of the host that connected. */
  readonly client: string
  /** The server's name. */
  readonly host: string
}

export interface NumberedMessage {
  /** From 1; it holds in this session alone. */
  readonly number: number
  /** What stays: the UID of IMAP, or what UIDL says. */
  readonly id: string
  readonly subject: string
  /** Of IMAP: `\Seen`, `\Deleted` …; of POP3 none is kept. */
  readonly flags: readonly string[]
  /**
   * `marked`: it goes at the next EXPUNGE or QUIT. `gone`: another session took it away, which the
   * server has not reported to this one yet.
   */
  readonly state: 'there' | 'marked' | 'gone'
}

/** Messages of a session that are shown. */
const SHOWN = 50

/** Of a session that has selected a mailbox. */
export function imapNumbering(session: ImapSession): Numbering | undefined {
  const view = session.phase === 'selected' || session.phase === 'idling' ? session.view : undefined
  if (!view) return undefined
  const there = new Map(messagesOf(view).map(({ number, mail }) => [number, mail]))
  return {
    protocol: 'imap',
    mailbox: view.mailbox.name,
    validity: view.mailbox.uidValidity,
    rows: view.uids.slice(0, SHOWN).map((uid, at): NumberedMessage => {
      const mail = there.get(at + 1)
      const base = { number: at + 1, id: String(uid) }
      if (!mail) return { ...base, subject: '', flags: [], state: 'gone' }
      const state = mail.flags.includes('\\Deleted') ? 'marked' : 'there'
      return { ...base, subject: subjectOf(mail.bytes), flags: mail.flags, state }
    }),
  }
}

/** Of a session that has logged in: the numbers are those of its login (RFC 1939 §4). */
export function pop3Numbering(session: Pop3Session): Numbering | undefined {
  if (session.phase !== 'transaction') return undefined
  const { maildrop, deleted } = session
  return {
    protocol: 'pop3',
    mailbox: maildrop.mailbox.name,
    rows: maildrop.messages.slice(0, SHOWN).map((mail, at) => ({
      ...{ number: at + 1, id: uniqueId(maildrop, mail), subject: subjectOf(mail.bytes) },
      ...{ flags: [], state: deleted.has(at + 1) ? 'marked' : 'there' },
    })),
  }
}
