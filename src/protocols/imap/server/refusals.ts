import type { StoreRefusal } from '../../store/store.ts'
import { nameProblemOf, type NameProblem } from '../data/name-problem.ts'
import type { Words } from '../personalities/personality.ts'
import { no, ok, type Reply, type Tools } from './command.ts'
import type { ImapSession } from './session.ts'

/** A store's refusal in the words and response codes of IMAP (RFC 5530 §3, RFC 9051 §7.1). */
export function refused(
  session: ImapSession,
  reason: StoreRefusal,
  name: string,
  { responses }: Tools,
): Reply {
  const problem = nameProblemOf(name)
  switch (reason) {
    case 'nonexistent':
      if (problem) return badName(session, name, problem, responses)
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
      return badName(session, name, problem ?? 'too-long', responses)
    case 'over-quota':
      return no(session, responses.overQuota({}), { code: 'OVERQUOTA' })
    case 'limit':
      return no(session, responses.tooMuch({}), { code: 'LIMIT' })
  }
}

/** A mailbox that mail should go into and that is not there: the client may CREATE it (§6.3.12). */
export function noTarget(session: ImapSession, name: string, { responses }: Tools): Reply {
  const problem = nameProblemOf(name)
  if (problem) return badName(session, name, problem, responses)
  return no(session, responses.noTarget({ name }), { code: 'TRYCREATE' })
}

const badName = (
  session: ImapSession,
  name: string,
  problem: NameProblem,
  responses: Words,
): Reply => no(session, responses.badName({ name, problem }), { code: 'CANNOT' })

/** EXAMINE opened it. */
export const readOnly = (session: ImapSession, { responses, command }: Tools): Reply =>
  no(session, responses.readOnly({ command }), { code: 'READ-ONLY' })

/** A change in a mailbox that EXAMINE opened, where some servers do nothing and others refuse. */
export const unchangeable = (session: ImapSession, tools: Tools): Reply =>
  tools.policies.changesInExamined === 'ignored'
    ? ok(session, tools.responses.changesIgnored(tools))
    : readOnly(session, tools)
