import { defineCommand, no, ok, type Command } from '../server/command.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { refused } from '../server/refusals.ts'
import { loggedIn } from '../server/session.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { statusItems, statusLine } from '../responses/status.ts'
import { words } from '../wire/combine.ts'

export const status: Command = defineCommand({
  verb: 'STATUS',
  syntax: 'STATUS <mailbox> (MESSAGES UNSEEN UIDNEXT)',
  about: 'Counts what is in a mailbox without selecting it',
  source: { rfc: 9051, section: '6.3.11' },
  allowedIn: loggedIn,
  arguments: words(mailboxName, statusItems),
  run(session, [name, items], tools) {
    const { responses, command } = tools
    const mailbox = session.account.mailbox(name)
    if (!mailbox) {
      const isName = session.account.list().some((entry) => entry.name === name)
      return isName
        ? no(session, responses.notSelectable({ name }), { code: 'CANNOT' })
        : refused(session, 'nonexistent', name, tools)
    }
    const aware = items.includes('HIGHESTMODSEQ')
      ? switchCondstoreOn(session, tools)
      : { session, untagged: [] }
    const line = statusLine(mailbox, mailbox.name, items, session)
    const isSelected = session.phase === 'selected' && session.view.mailbox === mailbox
    const isFault = isSelected && tools.policies.statusOfSelected === 'clientbug'
    const text = isSelected ? responses.statusOfSelected({ command }) : responses.done({ command })
    return ok(aware.session, text, {
      untagged: [...aware.untagged, line],
      ...(isFault && { code: 'CLIENTBUG' }),
    })
  },
})
