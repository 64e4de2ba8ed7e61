import { words } from '#words/embed'
import { mount } from 'svelte'
import { EMBED_PROTOCOL } from '../../embed/protocol.ts'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import {
  connectShared,
  connectSibling,
  FrameSharing,
  openShared,
  serveFrame,
} from '../../hosting/open-shared.ts'
import { LabClient } from '../../lab/client.ts'
import { EmbedState } from './embed-state.svelte.ts'
import Embed from './Embed.svelte'
import { HostLine } from './host-line.ts'
import { showLook } from './look.ts'
import { openingOf } from './plain-address.ts'
import { reportHeight } from './report-height.ts'
import type { WidgetPlace } from './widget.ts'

/** Milliseconds without a change after which the state is reported to the host page. */
const REST = 500

/** Draws the widget that the page around asks for, or the address of the frame. */
export function openEmbed(target: HTMLElement): void {
  const sharing = new FrameSharing((port) => line.post({ type: 'share' }, [port]))
  const openLine = openShared([connectShared, sharing.connect, connectSibling])
  const client = new LabClient(openLine, {
    received: () => undefined,
    broke: (reason) => console.error(reason),
  })
  const { site = '../', links } = target.dataset
  const place: WidgetPlace = {
    site: new URL(site, location.href),
    links: links === '' ? undefined : new URL(links ?? site, location.href),
    isPacked: links !== undefined,
    ask: client.ask,
    openLine,
  }
  const host = parent === window ? undefined : parent
  const line = new HostLine(host, {
    received(message, port) {
      if (message.type === 'serve') return port && serveFrame(port)
      if (message.type === 'lost') return sharing.lost()
      if (message.type === 'open') sharing.isOffered = message.shares ?? false
      state.receive(message)
    },
    wrong: () => state.problem(words.wrongMessage),
  })
  let look: () => void = () => undefined
  const state = new EmbedState({
    post(message) {
      // The page shows it then, and needs its height before.
      if (message.type === 'ready') look()
      line.post(message)
    },
    showLook: (look) => showLook(look, document.documentElement),
    readLink: async (text) =>
      (await fetchAgain(() => import('../../lab/link/read-link.ts'))).readLink(text),
    writeLink: async (linked) =>
      (await fetchAgain(() => import('../../lab/link/write-link.ts'))).writeLink(linked),
    prepare: () => client.prepare(),
    later(act) {
      const timer = setTimeout(act, REST)
      return () => clearTimeout(timer)
    },
  })
  target.replaceChildren()
  mount(Embed, { target, props: { state, place } })
  addEventListener('pagehide', () => client.close())
  if (host) look = reportHeight(target, (height) => line.post({ type: 'height', height }))
  line.post({ type: 'hello', versions: [EMBED_PROTOCOL] })
  const opening = openingOf(location.search, location.hash)
  if (opening) void state.open(opening)
  else if (!host) state.problem(words.noKind)
}
