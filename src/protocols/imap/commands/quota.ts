import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { defineCommand, no, ok, type Command } from '../command.ts'
import { mailboxName, writeName } from '../names.ts'
import { QUOTA_ROOT, quotaLine } from '../quota-lines.ts'
import { refused } from '../refusals.ts'
import { loggedIn } from '../session.ts'
import { listOrEmpty, sequence, space, words } from '../wire/combine.ts'
import { bigNumber } from '../wire/numbers.ts'
import { astring, atom } from '../wire/strings.ts'

const shown = (octets: string): string => fromStrictUtf8(latin1(octets)) ?? octets

export const getQuota: Command = defineCommand({
  verb: 'GETQUOTA',
  syntax: 'GETQUOTA ""',
  about: 'Says how much is kept, and how much may be',
  source: { rfc: 9208, section: '4.1.2' },
  allowedIn: loggedIn,
  arguments: astring,
  run(session, root, { say, command }) {
    if (root !== QUOTA_ROOT)
      return no(session, say.noQuota({ root: shown(root) }), { code: 'NONEXISTENT' })
    return ok(session, say.done({ command }), { untagged: [quotaLine(session.account)] })
  },
})

export const getQuotaRoot: Command = defineCommand({
  verb: 'GETQUOTAROOT',
  syntax: 'GETQUOTAROOT <mailbox>',
  about: 'Says which limits a mailbox is under',
  source: { rfc: 9208, section: '4.1.3' },
  allowedIn: loggedIn,
  arguments: mailboxName,
  run(session, name, tools) {
    const mailbox = session.account.mailbox(name)
    if (!mailbox) return refused(session, 'nonexistent', name, tools)
    const root = `* QUOTAROOT ${writeName(mailbox.name, session.enabled)} "${QUOTA_ROOT}"\r\n`
    return ok(session, tools.say.done(tools), { untagged: [root, quotaLine(session.account)] })
  },
})

const limit = sequence(atom, space, bigNumber)

/** Known, and nobody's to use: it changes what the postmaster has set (RFC 9208 §4.1.1). */
export const setQuota: Command = defineCommand({
  verb: 'SETQUOTA',
  syntax: 'SETQUOTA "" (STORAGE 512)',
  about: 'Changes how much may be kept',
  source: { rfc: 9208, section: '4.1.1' },
  allowedIn: loggedIn,
  arguments: words(astring, listOrEmpty(limit)),
  run: (session, _, { say }) => no(session, say.cannotSetQuota({}), { code: 'NOPERM' }),
})
