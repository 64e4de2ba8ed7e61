import type { NumberSet } from '../data/number-set.ts'
import { defineCommand, ok, type Answer, type Command, type Tools } from '../server/command.ts'
import { deletedIn } from '../view/deleted.ts'
import { uidsOf } from '../view/message-sets.ts'
import { unchangeable } from '../server/refusals.ts'
import type { Selected } from '../server/session.ts'
import { reportChanges } from '../view/changes.ts'
import { nothing } from '../wire/combine.ts'
import { messageSet } from '../wire/sets.ts'

export const expunge: Command = defineCommand({
  verb: 'EXPUNGE',
  syntax: 'EXPUNGE',
  about: 'Removes what is \\Deleted for good',
  source: { rfc: 9051, section: '6.4.3' },
  allowedIn: ['selected'],
  arguments: nothing,
  run: (session, _, tools) => run(session, undefined, tools),
})

export const uidExpunge: Command = defineCommand({
  verb: 'UID EXPUNGE',
  syntax: 'UID EXPUNGE <uids>',
  about: 'Removes what is \\Deleted, of these messages only',
  source: { rfc: 9051, section: '6.4.9' },
  allowedIn: ['selected'],
  arguments: messageSet,
  run: (session, set, tools) => run(session, uidsOf(session.view, set), tools),
})

function run(session: Selected, only: NumberSet | undefined, tools: Tools): Answer {
  if (session.view.access === 'read-only') return unchangeable(session, tools)
  const gone = session.view.mailbox.expunge(deletedIn(session.view, only))
  const report = reportChanges(session, 'reported')
  const { mailbox } = session.view
  // RFC 7162 §3.2.7: the client learns up to which change it has every report.
  const isNumbered = gone.length > 0 && session.enabled.has('CONDSTORE')
  return ok(report.session, tools.responses.done(tools), {
    untagged: report.untagged,
    changes: 'reported',
    ...(isNumbered && { code: `HIGHESTMODSEQ ${mailbox.highestModSeq}` }),
  })
}
