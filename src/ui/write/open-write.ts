import { words as linkWords } from '#words/links'
import { mount, unmount } from 'svelte'
import { openWorker } from '../../hosting/open-worker.ts'
import { LabClient } from '../../lab/client.ts'
import { isLink, readLink } from '../../lab/link/read-link.ts'
import type { LinkedText } from '../../lab/link/link.ts'
import type { Ask } from '../../lab/questions/index.ts'
import { pageOf } from '../links/address.ts'
import LinkBanner from '../links/LinkBanner.svelte'
import type { PlainComposer } from './plain-composer.ts'
import { isComposerId } from './stored-writing.ts'
import Write from './Write.svelte'
import { WriteState } from './write-state.svelte.ts'

/** Shows the tool. @param target Where; what a link came to is said before it. */
export async function openWrite(
  target: Element,
  composers: readonly PlainComposer[],
): Promise<void> {
  const { ask } = new LabClient(openWorker(), {
    received: () => undefined,
    broke: (reason) => console.error(reason),
  })
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 10)
  const linked = isLink(location.hash) ? textsOfLink(target) : undefined
  const state = new WriteState({ composers, today, storage: linked ? undefined : ownStorage() })
  if (linked) await showLinked(state, linked, ask, target)
  else if (isComposerId(location.hash.slice(1)))
    state.tab = location.hash.slice(1) as typeof state.tab
  mount(Write, { target, props: { state, ask } })
}

const ownStorage = (): Storage | undefined => {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** What a link carries; says why where it carries nothing for this page. */
function textsOfLink(target: Element): readonly LinkedText[] | undefined {
  const read = readLink(location.hash)
  if (!read.ok) return say(target, `${linkWords.faults[read.fault]} ${linkWords.ownInstead}`)
  if (!('slug' in read.state)) return read.state.texts
  const home = document.querySelector<HTMLAnchorElement>('.masthead .mark')?.href ?? '../'
  const there = pageOf(read.state.slug, new URL(home, document.baseURI))
  there.hash = location.hash
  return say(target, `${linkWords.isOther} ${linkWords.ownInstead}`, there)
}

function say(target: Element, text: string, there?: URL): undefined {
  mount(LinkBanner, { target: bannerBefore(target), props: { text, there } })
}

function bannerBefore(target: Element): Element {
  const banner = document.createElement('div')
  target.before(banner)
  return banner
}

/** Linked choices are shown beside the reader's own, until they want them as theirs. */
async function showLinked(
  state: WriteState,
  texts: readonly LinkedText[],
  ask: Ask,
  target: Element,
): Promise<void> {
  const { found, domain } = await ask('readRecords', { texts, domain: texts[0]?.name ?? '' })
  state.take(found)
  if (domain !== undefined) state.domain = domain
  if (found[0]) state.tab = found[0].id
  const banner = bannerBefore(target)
  const keep = () => {
    const storage = ownStorage()
    if (!storage || !state.keepIn(storage)) {
      void unmount(shown)
      shown = mount(LinkBanner, { target: banner, props: { text: linkWords.notKept, keep } })
      banner.querySelector('button')?.focus()
      return
    }
    history.replaceState(null, '', `${location.pathname}${location.search}#${state.tab}`)
    banner.remove()
  }
  let shown = mount(LinkBanner, { target: banner, props: { text: linkWords.isLinked, keep } })
}
