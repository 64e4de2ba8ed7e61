import { nameProblemOf } from '../data/name-problem.ts'
import { defineCommand, no, ok, type Command } from '../server/command.ts'
import { mailboxName } from '../wire/mailbox-names.ts'
import { refused } from '../server/refusals.ts'
import { loggedIn } from '../server/session.ts'

const subscription = (
  verb: string,
  wanted: 'subscribed' | 'unsubscribed',
  about: string,
  section: string,
): Command =>
  defineCommand({
    verb,
    syntax: `${verb} <mailbox>`,
    about,
    source: { rfc: 9051, section },
    allowedIn: loggedIn,
    arguments: mailboxName,
    run(session, name, tools) {
      if (tools.policies.subscriptions === 'mailboxes') {
        const isThere = session.account.mailbox(name) !== undefined
        if (wanted === 'subscribed' && !isThere)
          return no(session, tools.responses.noMailbox({ name }))
        if (wanted === 'unsubscribed' && nameProblemOf(name) === undefined) {
          session.account.setSubscription(name, wanted)
          return ok(session, tools.responses.done(tools))
        }
      }
      const set = session.account.setSubscription(name, wanted)
      if (!set.ok) return refused(session, set.reason, name, tools)
      return ok(session, tools.responses.done(tools))
    },
  })

export const subscribe: Command = subscription(
  'SUBSCRIBE',
  'subscribed',
  'Puts a name on the list of mailboxes that you follow',
  '6.3.7',
)

export const unsubscribe: Command = subscription(
  'UNSUBSCRIBE',
  'unsubscribed',
  'Takes a name off the list of mailboxes that you follow',
  '6.3.8',
)
