import { DELIMITER, type MailboxEntry } from '../../store/store.ts'
import { defineCommand, ok, type Command } from '../server/command.ts'
import { matcherOf, parents, subscribed } from '../list/entries.ts'
import { namePattern, reference, writeName } from '../wire/mailbox-names.ts'
import { loggedIn } from '../server/session.ts'
import { words } from '../wire/combine.ts'

/** Gone from IMAP4rev2, where LIST (SUBSCRIBED) does it better (RFC 9051 appendix E). */
export const lsub: Command = defineCommand({
  verb: 'LSUB',
  syntax: 'LSUB "" *',
  about: 'Lists the names that you are subscribed to',
  source: { rfc: 3501, section: '6.3.9' },
  allowedIn: loggedIn,
  arguments: words(reference, namePattern),
  run(session, [before, pattern], tools) {
    const { account, enabled } = session
    const matches = matcherOf(before, [pattern])
    const line = (attributes: string, name: string): string =>
      `* LSUB (${attributes}) "${DELIMITER}" ${writeName(name, enabled)}\r\n`
    const useOf = ({ specialUse }: MailboxEntry): string =>
      tools.policies.lsubUses === 'shown' ? (specialUse ?? '') : ''
    const lines = new Map<string, string>()
    for (const { name, entry } of subscribed(account, matches, 'flat'))
      lines.set(name, line(entry?.mailbox ? useOf(entry) : '\\Noselect', name))
    // With `%`, LSUB returns an unsubscribed name if it has subscribed names inside.
    if (pattern.written.endsWith('%'))
      for (const name of account.subscriptions.flatMap(parents))
        if (matches(name) && !lines.has(name)) lines.set(name, line('\\Noselect', name))
    const untagged = [...lines.keys()].toSorted().map((name) => lines.get(name)!)
    return ok(session, tools.responses.done(tools), { untagged })
  },
})
