import { reasonOf, statusOf } from '../../../world/outbox/outcome.ts'
import type { QueueEntry } from '../../../world/outbox/outbox.ts'
import type { Row } from '../card.ts'

/** What waits at hosts for another try: a row for each recipient, called by its address. */
export const queueRows = (
  outbox: readonly QueueEntry[],
  { host }: { readonly host?: string },
): Row[] =>
  outbox
    .filter(({ message }) => host === undefined || message.host.name === host)
    .flatMap(({ message, recipients, tries, nextTry }) =>
      recipients.map(({ recipient, outcome }) => ({
        key: `${message.id} ${recipient.address}`,
        name: recipient.address,
        text: `${message.id} from <${message.from}> to <${recipient.address}>, tried ${tries} ×, next at ${clock(nextTry)}: ${statusOf(outcome)} ${reasonOf(outcome)}`,
      })),
    )

const clock = (at: number): string => new Date(at).toISOString().slice(11, 16)
