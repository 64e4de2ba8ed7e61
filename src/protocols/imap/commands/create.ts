import { specialUses } from '../../store/store.ts'
import { defineCommand, no, ok, type Command } from '../server/command.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { refused } from '../server/refusals.ts'
import { offers } from '../server/capabilities.ts'
import { loggedIn } from '../server/session.ts'
import { after, exactly, inParentheses, sequence, whereStarts, words } from '../wire/combine.ts'
import { attributeList } from '../wire/flags.ts'

const use = inParentheses(words(exactly('USE'), attributeList))

export const create: Command = defineCommand({
  verb: 'CREATE',
  syntax: 'CREATE <mailbox> [(USE (\\Sent))]',
  about: 'Makes a mailbox',
  source: { rfc: 9051, section: '6.3.4' },
  allowedIn: loggedIn,
  arguments: sequence(mailboxName, whereStarts(' (', after(use), undefined)),
  run(session, [name, given], tools) {
    const { responses, policies, command } = tools
    if (/[%*]/.test(name) && policies.wildcardsInNames === 'refused')
      return no(session, responses.badName({ name, problem: 'wildcard' }), { code: 'CANNOT' })
    const [attribute, another] = given?.[1] ?? []
    const specialUse = specialUses.find((known) => known.toLowerCase() === attribute?.toLowerCase())
    // RFC 6154 §3: what cannot be had is refused.
    if (attribute !== undefined && (!specialUse || another !== undefined))
      return no(session, responses.cannotSpecialUse({ attribute }), { code: 'USEATTR' })
    const made = session.account.create(name, specialUse ? { specialUse } : {})
    if (!made.ok) return refused(session, made.reason, name, tools)
    return ok(
      session,
      responses.done({ command }),
      offers(session.host, 'OBJECTID') ? { code: `MAILBOXID (${made.mailbox.mailboxId})` } : {},
    )
  },
})
