import type { Authentication } from '../../../auth/authenticate.ts'
import { walkSteps } from '../../../core/trace.ts'
import { messagesOf } from '../../../world/mailboxes.ts'
import { sameMailbox } from '../../command-pattern.ts'
import type { Evidence } from '../../evidence.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'trace' }>, 'kind'>

/**
 * What a receiver looked at, step by step, when it judged a mail of the world or the newest message of a
 * mailbox. A row is called by the kind of its step: `dmarc/alignment`, `dkim/body-hash`; another one of
 * that kind has a number, `dmarc/alignment 2`.
 */
export function traceRows(evidence: Evidence, { of, ...wanted }: Wanted): Row[] {
  const found = authenticationOf(evidence, wanted)
  if (!found) return []
  const root = of === undefined ? found.trace : found[of].trace
  const counts = new Map<string, number>()
  return [...walkSteps(root)].slice(1).map(({ kind, text }, at) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const name = count === 1 ? kind : `${kind} ${count}`
    return { key: `s${at + 1}`, name, text: text.replaceAll('`', '') }
  })
}

function authenticationOf(
  evidence: Evidence,
  { mail, mailbox }: Omit<Wanted, 'of'>,
): Authentication | undefined {
  if (mail !== undefined) {
    const end = evidence.journeys.find((one) => one.mail.id === mail)?.journey.end
    if (!end) return undefined
    return 'message' in end ? end.message.authentication : end.authentication
  }
  const box = evidence.world.mailboxes.find(({ address }) => sameMailbox(address, mailbox ?? ''))
  return (box ? messagesOf(box) : [])
    .flatMap(({ delivery }) => delivery ?? [])
    .toSorted((a, b) => a.at - b.at)
    .at(-1)?.authentication
}
