import type { Authentication } from '../../../auth/authenticate.ts'
import { walkSteps } from '../../../core/trace.ts'
import { messagesOf } from '../../../world/mailboxes.ts'
import { sameMailbox } from '../../command-pattern.ts'
import type { Evidence } from '../../evidence.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'trace' }>, 'kind'>

/**
 * What a receiver looked at, step by step, when it judged a mail of the world or the newest message of a
 * mailbox. A row is called by the kind of its step: `dmarc/alignment`, `dkim/body-hash`.
 */
export function traceRows(evidence: Evidence, { of, ...wanted }: Wanted): Row[] {
  const found = authenticationOf(evidence, wanted)
  if (!found) return []
  const root = of === undefined ? found.trace : found[of].trace
  return [...walkSteps(root)].flatMap(({ kind, text }, at) =>
    at === 0 ? [] : { key: `s${at}`, name: kind, text: text.replaceAll('`', '') },
  )
}

function authenticationOf(
  { journeys, world }: Evidence,
  { mail, mailbox }: Omit<Wanted, 'of'>,
): Authentication | undefined {
  if (mail !== undefined) {
    const end = journeys.find((one) => one.mail.id === mail)?.journey.end
    if (!end || end.kind === 'undeliverable') return undefined
    return end.kind === 'rejected' ? end.authentication : end.message.authentication
  }
  const box = world.mailboxes.find(({ address }) => sameMailbox(address, mailbox ?? ''))
  return (box ? messagesOf(box) : [])
    .flatMap(({ delivery }) => delivery ?? [])
    .toSorted((a, b) => a.at - b.at)
    .at(-1)?.authentication
}
