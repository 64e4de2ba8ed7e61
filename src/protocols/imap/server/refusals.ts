import type { StoreRefusal } from '../../store/store.ts'
import { no, type Reply, type Tools } from './command.ts'
import type { ImapSession } from './session.ts'

/** A store's refusal in the words and response codes of IMAP (RFC 5530 §3, RFC 9051 §7.1). */
export function refused(
  session: ImapSession,
  reason: StoreRefusal,
  name: string,
  { say }: Tools,
): Reply {
  switch (reason) {
    case 'nonexistent':
      return no(session, say.noMailbox({ name }), { code: 'NONEXISTENT' })
    case 'already-exists':
      return no(session, say.mailboxExists({ name }), { code: 'ALREADYEXISTS' })
    case 'use-taken':
      return no(session, say.specialUseTaken({ name }), { code: 'USEATTR' })
    case 'inbox-stays':
      return no(session, say.inboxStays({}), { code: 'CANNOT' })
    case 'has-children':
      return no(session, say.hasChildren({ name }), { code: 'HASCHILDREN' })
    case 'into-itself':
      return no(session, say.intoItself({ name }), { code: 'CANNOT' })
    case 'bad-name':
      return no(session, say.badName({ name, because: 'That can be no name' }), { code: 'CANNOT' })
    case 'over-quota':
      return no(session, say.overQuota({}), { code: 'OVERQUOTA' })
    case 'limit':
      return no(session, say.tooMuch({}), { code: 'LIMIT' })
  }
}

/** A mailbox that mail should go into and that is not there: the client may CREATE it (§6.3.12). */
export const noTarget = (session: ImapSession, name: string, { say }: Tools): Reply =>
  no(session, say.noTarget({ name }), { code: 'TRYCREATE' })

/** EXAMINE opened it. */
export const readOnly = (session: ImapSession, { say, command }: Tools): Reply =>
  no(session, say.readOnly({ command }), { code: 'READ-ONLY' })
