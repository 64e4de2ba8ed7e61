import { words } from '#words/links'
import { mount, unmount } from 'svelte'
import type { Linked, LinkedWork } from '../../lab/link/link.ts'
import { readLink } from '../../lab/link/read-link.ts'
import type { Lesson } from '../../lab/types.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { openStorage, type BrowserStorage } from '../state/storage.ts'
import { pageOf } from './address.ts'
import LinkBanner from './LinkBanner.svelte'
import { linkedStorage } from './linked-storage.ts'

/** What a link in the page's address came to. */
export interface OpenedLink {
  /** Has the linked work; absent where it cannot be opened, which the page says. */
  readonly storage?: () => BrowserStorage
  /** Offers to keep the work that is shown. */
  readonly attach: (work: LessonState) => void
}

/**
 * Opens the link of the page's address: beside the learner's own work, which it does not touch.
 * @param lesson The page's.
 * @param target The desk; what is said of the link stands before it.
 */
export function openLink(lesson: Lesson, target: Element): OpenedLink {
  const { slug } = lesson
  const banner = document.createElement('div')
  target.before(banner)
  const say = (text: string, there?: URL) =>
    void mount(LinkBanner, { target: banner, props: { text, there } })
  const read = readLink(location.hash)
  const nothing = { attach: () => undefined }
  if (!read.ok) {
    say(`${words.faults[read.fault]} ${words.ownInstead}`)
    return nothing
  }
  const { state } = read
  const work = workOf(state, lesson)
  if (!work) {
    say(`${words.isOther} ${words.ownInstead}`, placeOf(state))
    return nothing
  }
  const own = () => localStorage
  const storage = linkedStorage(work, own)
  return {
    storage: () => storage,
    attach(work) {
      if ('texts' in state) work.brought = state.texts
      const keep = () => {
        work.flush()
        const before = openStorage(own).read(slug)
        try {
          storage.keep()
        } catch {
          return sayNotKept()
        }
        if (before.kind === 'saved') work.kept.undoable = before.saved
        history.replaceState(null, '', location.pathname + location.search)
        work.announcement = words.isKept
        banner.remove()
      }
      const text = 'texts' in state ? words.isBrought : words.isLinked
      let shown = mount(LinkBanner, { target: banner, props: { text, keep } })
      const sayNotKept = () => {
        void unmount(shown)
        shown = mount(LinkBanner, { target: banner, props: { text: words.notKept, keep } })
        banner.querySelector('button')?.focus()
      }
    },
  }
}

/** The work that a link opens on the page of a lesson; texts are brought to a sandbox in which nothing was done. */
function workOf(state: Linked, { slug, edition, steps }: Lesson): LinkedWork | undefined {
  if ('slug' in state) return state.slug === slug ? state : undefined
  if (steps.length > 0 || state.tool !== undefined) return undefined
  return { ...{ v: 1, slug, edition }, journal: [] }
}

/** Where a link belongs, with all that it holds. */
function placeOf(state: object): URL {
  const home = new URL(
    document.querySelector<HTMLAnchorElement>('a.mark')?.href ?? '../',
    document.baseURI,
  )
  const place =
    'slug' in state && typeof state.slug === 'string'
      ? pageOf(state.slug, home)
      : new URL('tool' in state && state.tool === 'reports' ? 'reports/' : 'check/', home)
  place.hash = location.hash
  return place
}
