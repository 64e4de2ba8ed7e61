import type { NewMail } from '../../store/store.ts'
import { appendMessage, type AppendMessage } from '../append/message.ts'
import { assemble } from '../append/octets.ts'
import {
  bad,
  defineCommand,
  defineEarly,
  no,
  ok,
  type Answer,
  type Command,
  type Tools,
} from '../server/command.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { quote } from '../server/output.ts'
import { noTarget, refused } from '../server/refusals.ts'
import { loggedIn, type Authenticated, type Selected } from '../server/session.ts'
import { appendUid } from '../responses/uid-codes.ts'
import { several, words } from '../wire/combine.ts'

export const append: Command = defineCommand({
  verb: 'APPEND',
  syntax: 'APPEND <mailbox> (\\Seen) {n}',
  about: 'Puts a message into a mailbox',
  source: { rfc: 9051, section: '6.3.12' },
  allowedIn: loggedIn,
  literals: 'messages',
  arguments: words(mailboxName, several(appendMessage)),
  // Refuses before the client sends the message, not after it.
  early: defineEarly({
    arguments: mailboxName,
    refuse: (session: Authenticated | Selected, name, tools) =>
      session.account.mailbox(name) ? undefined : noTarget(session, name, tools),
  }),
  run: (session, [name, messages], tools) => run(session, name, messages, tools),
})

function run(
  session: Authenticated | Selected,
  name: string,
  messages: readonly AppendMessage[],
  tools: Tools,
): Answer {
  const { responses, command } = tools
  const target = session.account.mailbox(name)
  if (!target) return noTarget(session, name, tools)
  if (messages.some(({ data }) => data.type === 'utf8') && !session.enabled.has('UTF8=ACCEPT')) {
    return bad(session, responses.notEnabled({ command, extension: 'UTF8=ACCEPT' }))
  }
  const fresh: NewMail[] = []
  for (const { flags, date, data } of messages) {
    const made = assemble(session, data)
    if (!made.ok) return no(session, responses.badUrl(made), { code: `BADURL ${quote(made.url)}` })
    const problem = unfit(session, made.octets, tools)
    if (problem) return problem
    const internalDate = date?.at ?? session.now
    fresh.push({ bytes: made.octets, internalDate, flags, ...(date && { zone: date.zone }) })
  }
  const stored = target.append(fresh)
  if (!stored.ok) return refused(session, stored.reason, name, tools)
  return ok(session, responses.done({ command }), { code: appendUid(target, stored.uids) })
}

/** An empty message takes the whole APPEND back (RFC 3502 §6.3.11). */
function unfit(
  session: Authenticated | Selected,
  { length }: Uint8Array,
  { responses }: Tools,
): Answer | undefined {
  const { maxMessage } = session.host
  if (length === 0) return no(session, responses.emptyMessage({}))
  return length > maxMessage
    ? no(session, responses.messageTooLarge({ limit: maxMessage }), { code: 'TOOBIG' })
    : undefined
}
