import type { Component } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import Activity from './Activity.svelte'
import type { LiveState } from './live-state.svelte.ts'
import Questions from './Questions.svelte'

/** What shows what came of the work of a bridge. */
export type LivePanelName = 'activity' | 'delivery' | 'mailbox' | 'questions'

export const livePanelTitles: Readonly<Record<LivePanelName, string>> = {
  activity: 'Activity',
  delivery: 'Delivery',
  mailbox: 'Mailbox',
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
