import { mount } from 'svelte'
import type { BridgeFacts } from '../../world/bridge-facts.ts'
import { readMailboxes } from '../../world/mailboxes-json.ts'
import { answerQuestion, type Ask } from '../../lab/questions/index.ts'
import Live from './Live.svelte'
import { LiveState } from './live-state.svelte.ts'

/** Milliseconds between two looks at what came. */
const LOOK = 80

/** Follows a bridge, and draws what it reports. */
export function openLive(target: Element, bridge: URL): void {
  const live = new LiveState({
    openSource: () => new EventSource(new URL('events', bridge)),
    loadFacts: async () => (await (await fetch(new URL('facts', bridge))).json()) as BridgeFacts,
    loadMailboxes: async () =>
      readMailboxes(await (await fetch(new URL('mailboxes', bridge))).text()),
    soon: (act) => void setTimeout(act, LOOK),
  })
  // What the bridge keeps to itself the page works out: how a message is built, for example.
  const ask: Ask = (name, asked) => answerQuestion(name, asked, { world: undefined })
  mount(Live, { target, props: { live, ask } })
  live.connect()
  void loadViews()
}

/** What shows the bridge's work is fetched while the bridge is there to give it. */
const loadViews = () =>
  Promise.allSettled([
    import('../views/wire/WireView.svelte'),
    import('../panels/judging.ts'),
    import('../views/Checks.svelte'),
    import('../panels/Mailbox/Messages.svelte'),
  ])
