import { copyUid } from '../responses/uid-codes.ts'
import { defineBothForms } from '../server/both-forms.ts'
import { ok } from '../server/command.ts'
import { statusLine } from '../wire/status-line.ts'
import { reportChanges } from '../view/changes.ts'
import { transferArguments, transferMessages } from './copy.ts'

export const [move, uidMove] = defineBothForms({
  verb: 'MOVE',
  syntax: '1:4 <mailbox>',
  about: 'Moves messages to another mailbox',
  aboutUid: 'Moves messages that are named by UID',
  source: { rfc: 9051, section: '6.4.8' },
  expunges: 'reported',
  arguments: transferArguments,
  run(session, given, by, tools) {
    const { responses } = tools
    const transfer = transferMessages('move', session, given, by, tools)
    if (!transfer.ok) return transfer.refusal
    const { code } = copyUid(transfer.target, transfer.copied)
    // COPYUID precedes EXPUNGE, untagged: the client first learns the new UIDs (RFC 6851 §4.3).
    const copied =
      code === undefined ? [] : [statusLine('*', { status: 'OK', code, text: responses.moved({}) })]
    const report = reportChanges(session, 'reported')
    // RFC 6851 §4.4: the client learns the mod-sequence of the mailbox without the messages.
    const isNumbered = transfer.copied.length > 0 && session.enabled.has('CONDSTORE')
    const text = transfer.copied.length > 0 ? responses.done(tools) : responses.nothingCopied(tools)
    return ok(report.session, text, {
      untagged: [...copied, ...report.untagged],
      changes: 'reported',
      ...(isNumbered && { code: `HIGHESTMODSEQ ${session.view.mailbox.highestModSeq}` }),
    })
  },
})
