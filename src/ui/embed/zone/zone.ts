import { words } from '#words/embed'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import { anyText, flag } from '../options.ts'
import type { WidgetKind } from '../widget.ts'
import { readSenders } from './senders.ts'

/** A zone or a record, judged while one types. */
export const zone: WidgetKind = {
  options: {
    // Of a snippet without heads: the zone's origin, or the owner of a record.
    name: anyText,
    sender: (value) => (readSenders(value) ? undefined : words.wants.sender),
    advice: flag,
  },
  asks: true,
  load: () => fetchAgain(() => import('./Zone.svelte')),
}
