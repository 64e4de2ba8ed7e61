import { mount } from 'svelte'
import { openWorker } from '../../hosting/open-worker.ts'
import { LabClient } from '../../lab/client.ts'
import type { BridgeFacts } from '../../lab/types.ts'
import Live from './Live.svelte'
import { mailboxesIn } from './mailboxes-in.ts'
import { LiveState } from './live-state.svelte.ts'
import { editToken, zonePorts } from './zones/zone-ports.ts'

/** Milliseconds between two looks at what came. */
const LOOK = 80

/** Follows a bridge, and draws what it reports. */
export function openLive(target: Element, bridge: URL): void {
  const live = new LiveState({
    openSource: () => new EventSource(new URL('events', bridge)),
    loadFacts: async () => (await (await fetch(new URL('facts', bridge))).json()) as BridgeFacts,
    loadMailboxes: async () =>
      mailboxesIn(await (await fetch(new URL('mailboxes', bridge))).text()),
    loadWorld: async () => (await (await fetch(new URL('world', bridge))).json()) as unknown,
    zones: zonePorts(
      bridge,
      editToken(location.hash, () => sessionStorage),
    ),
    soon: (act) => void setTimeout(act, LOOK),
  })
  // What the bridge keeps to itself the page works out: how a message is built, for example.
  const { ask } = new LabClient(openWorker(), {
    received: () => undefined,
    broke: (reason) => console.error(reason),
  })
  mount(Live, { target, props: { live, ask } })
  live.connect()
  void loadViews()
}

/** What shows the bridge's work is fetched while the bridge is there to give it. */
const loadViews = () =>
  Promise.allSettled([
    import('../views/wire/WireView.svelte'),
    import('../panels/Delivery/Checks.svelte'),
    import('../panels/Mailbox/Messages.svelte'),
  ])
