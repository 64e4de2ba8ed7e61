import { words } from '#words/live'
import type { Component } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import Activity from './Activity.svelte'
import Lines from './Lines.svelte'
import type { LiveState } from './live-state.svelte.ts'
import Questions from './Questions.svelte'
import ZonesPlace from './zones/ZonesPlace.svelte'

/** What shows what came of the work of a bridge. */
export type LivePanelName = 'activity' | 'delivery' | 'mailbox' | 'questions'

export const livePanelTitles: Readonly<Record<LivePanelName, string>> = {
  activity: words.activity,
  delivery: words.delivery,
  mailbox: words.mailbox,
  questions: 'DNS',
}

export interface LivePanel {
  readonly name: LivePanelName
  readonly view: Component<{ work: LiveState }>
}

/** Those that need nothing more. */
export const firstPanels: readonly LivePanel[] = [
  { name: 'activity', view: Activity },
  { name: 'questions', view: Questions },
]

/** All of them: what shows the bridge's work is fetched while the bridge is there to give it. */
export async function allPanels(): Promise<readonly LivePanel[]> {
  const [delivery, mailbox] = await Promise.all([
    fetchAgain(() => import('../panels/Delivery/Delivery.svelte')),
    fetchAgain(() => import('../panels/Mailbox/Mailbox.svelte')),
  ])
  return [
    { name: 'activity', view: Activity },
    { name: 'delivery', view: delivery.default },
    { name: 'mailbox', view: mailbox.default },
    { name: 'questions', view: Questions },
  ]
}

/** What shows the work itself: the connections, and the zones that the bridge answers from. */
export type LiveDoingName = 'sessions' | 'zone'

export const doingPanels: readonly {
  readonly name: LiveDoingName
  readonly view: Component<{ work: LiveState }>
}[] = [
  { name: 'sessions', view: Lines },
  { name: 'zone', view: ZonesPlace },
]
