import { defineEvent } from '../log/event-kind.ts'

/** A host found that an address stands for others: an alias, a catch-all, a list, a rewritten sender. */
export interface Expanded {
  readonly type: 'expanded'
  readonly host: string
  /** The connection that brought the message; absent where the host wrote it. */
  readonly connection?: number
  /** The id under which the host has the message. */
  readonly queueId: string
  /** What the message was addressed to. */
  readonly address: string
  /** `srs`: a sender that this host rewrote (no RFC describes that). */
  readonly as: 'alias' | 'catch-all' | 'list' | 'srs'
  readonly to: readonly string[]
  /** The reverse-path as it came, and as it goes on. */
  readonly from: { readonly before: string; readonly after: string }
  /** What the host changed in the message, in its own words: `tag`, `footer`, `From`, `seal` … */
  readonly changes: readonly string[]
}

const kinds: Readonly<Record<Expanded['as'], string>> = {
  alias: 'an alias of',
  'catch-all': 'one of the addresses that all lead to',
  list: 'a list, whose post goes to',
  srs: 'a sender that it rewrote, and leads back to',
}

const nameOf = (path: string): string => (path === '' ? 'the null sender' : `\`${path}\``)

export const expanded = defineEvent<Expanded>({
  type: 'expanded',
  shownIn: 'activity',
  sentence({ host, address, as, to, from, changes }) {
    const sender =
      from.before === from.after
        ? ''
        : `; the sender ${nameOf(from.before)} becomes ${nameOf(from.after)}`
    const changed = changes.length ? `; it changes: ${changes.join(', ')}` : ''
    return `At ${host}, ${address} is ${kinds[as]} ${to.join(', ') || 'nobody'}${sender}${changed}.`
  },
})
