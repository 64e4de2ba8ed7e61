import type { StoreRefusal } from '../../store/store.ts'
import { no, type Reply, type Tools } from './command.ts'
import type { ImapSession } from './session.ts'

/** A store's refusal in the words and response codes of IMAP (RFC 5530 §3, RFC 9051 §7.1). */
export function refused(
  session: ImapSession,
  reason: StoreRefusal,
  name: string,
  { responses }: Tools,
): Reply {
  switch (reason) {
    case 'nonexistent':
      return no(session, responses.noMailbox({ name }), { code: 'NONEXISTENT' })
    case 'already-exists':
      return no(session, responses.mailboxExists({ name }), { code: 'ALREADYEXISTS' })
    case 'use-taken':
      return no(session, responses.specialUseTaken({ name }), { code: 'USEATTR' })
    case 'inbox-stays':
      return no(session, responses.inboxStays({}), { code: 'CANNOT' })
    case 'has-children':
      return no(session, responses.hasChildren({ name }), { code: 'HASCHILDREN' })
    case 'into-itself':
      return no(session, responses.intoItself({ name }), { code: 'CANNOT' })
    case 'bad-name':
      return no(session, responses.badName({ name, because: 'That can be no name' }), {
        code: 'CANNOT',
      })
    case 'over-quota':
      return no(session, responses.overQuota({}), { code: 'OVERQUOTA' })
    case 'limit':
      return no(session, responses.tooMuch({}), { code: 'LIMIT' })
  }
}

/** A mailbox that mail should go into and that is not there: the client may CREATE it (§6.3.12). */
export const noTarget = (session: ImapSession, name: string, { responses }: Tools): Reply =>
  no(session, responses.noTarget({ name }), { code: 'TRYCREATE' })

/** EXAMINE opened it. */
export const readOnly = (session: ImapSession, { responses, command }: Tools): Reply =>
  no(session, responses.readOnly({ command }), { code: 'READ-ONLY' })
