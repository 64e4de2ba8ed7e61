import { words } from '#words/embed'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import { anyText, flag } from '../options.ts'
import type { WidgetKind } from '../widget.ts'
import { readGoals } from './goals.ts'
import { readSenders } from './senders.ts'

/** A zone or a record, judged while one types. */
export const zone: WidgetKind = {
  options: {
    // Of a snippet without heads: the zone's origin, or the owner of a record.
    name: anyText,
    sender: (value) => (readSenders(value) ? undefined : words.wants.sender),
    advice: flag,
    // What it is to come to: `clean`, `pass 203.0.113.5`, parted by commas.
    goals: (value) => (readGoals(value) ? undefined : words.wants.goals),
    // The reader says first what SPF will say of each sender.
    predict: flag,
  },
  asks: true,
  load: () => fetchAgain(() => import('./Zone.svelte')),
}
