import { sameMailbox } from '../../command-pattern.ts'
import { kindNamed, type WorldEvent } from '../../../world/events/index.ts'
import { factsOf } from '../../event-facts.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'events' }>, 'kind'>

/**
 * What happened, a row for each sentence, oldest first. A row is called by its type and the host where it
 * happened: `deferred mail.example.org`; of a decision also by its policy: `decided greylisting
 * mx.example.net`.
 */
export function eventRows(
  events: readonly WorldEvent[],
  { host, types, to, newest }: Wanted,
): readonly Row[] {
  const rows = events.flatMap((event, at): Row[] => {
    const kind = kindNamed(event.type)!
    const isShown = types ? types.includes(event.type) : kind.shownIn === 'activity'
    if (!isShown) return []
    const facts = factsOf(event, events)
    if (host !== undefined && facts.host !== host && facts.client !== host) return []
    if (to !== undefined && !facts.to?.some((one) => sameMailbox(one, to))) return []
    const name = [event.type, facts.policy, facts.host].filter(Boolean).join(' ')
    return [{ key: `e${at}`, name, text: kind.sentence(event as never).replaceAll('`', '') }]
  })
  return newest === undefined ? rows : rows.slice(-newest)
}
