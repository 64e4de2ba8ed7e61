import type { Mailbox, UidPair } from '../../store/store.ts'
import { copyUid } from '../responses/uid-codes.ts'
import { defineBothForms, type Naming } from '../server/both-forms.ts'
import { bad, no, ok, type Reply, type Tools } from '../server/command.ts'
import { noTarget, readOnly, refused } from '../server/refusals.ts'
import type { Selected } from '../server/session.ts'
import { choose } from '../view/message-sets.ts'
import { words } from '../wire/combine.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { messageSet } from '../wire/sets.ts'

/** The arguments of COPY and MOVE. */
export const transferArguments = words(messageSet, mailboxName)

export const [copy, uidCopy] = defineBothForms({
  verb: 'COPY',
  syntax: '1:4 <mailbox>',
  about: 'Copies messages to another mailbox',
  aboutUid: 'Copies messages that are named by UID',
  source: { rfc: 9051, section: '6.4.7' },
  expunges: 'reported',
  arguments: transferArguments,
  run(session, given, by, tools) {
    const transfer = transferMessages('copy', session, given, by, tools)
    if (!transfer.ok) return transfer.refusal
    const { responses } = tools
    const text = transfer.copied.length > 0 ? responses.done(tools) : responses.nothingCopied(tools)
    return ok(session, text, copyUid(transfer.target, transfer.copied))
  },
})

export type Transfer =
  | { readonly ok: true; readonly target: Mailbox; readonly copied: readonly UidPair[] }
  | { readonly ok: false; readonly refusal: Reply }

/** Copies or moves all messages of the set, or none (RFC 9051 §6.4.7, §6.4.8). */
export function transferMessages(
  kind: 'copy' | 'move',
  session: Selected,
  [set, name]: readonly [Parameters<typeof choose>[1], string],
  by: Naming,
  tools: Tools,
): Transfer {
  const { responses, command } = tools
  const { mailbox, access } = session.view
  const chosen = choose(session.view, set, by)
  if (!chosen.ok)
    return refuse(bad(session, responses.badMessageSet({ command, because: chosen.because })))
  if (kind === 'move' && access === 'read-only') return refuse(readOnly(session, tools))
  const target = session.account.mailbox(name)
  if (!target) return refuse(noTarget(session, name, tools))
  if (!chosen.uids.every((uid) => mailbox.find(uid)))
    return refuse(no(session, responses.messagesGone({}), { code: 'EXPUNGEISSUED' }))
  const outcome = mailbox[kind](chosen.uids, target)
  if (!outcome.ok) return refuse(refused(session, outcome.reason, name, tools))
  return { ok: true, target, copied: outcome.copied }
}

const refuse = (refusal: Reply): Transfer => ({ ok: false, refusal })
