import { mount, unmount } from 'svelte'
import type { Linked } from '../../lab/link/link.ts'
import { writeLink } from '../../lab/link/write-link.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { embedCode } from './embed-code.ts'
import { linkedOf } from './linked-storage.ts'
import { markdownOf } from './markdown.ts'
import { transcriptsOf } from '../terminal/transcripts-of.ts'
import ShareDialog from './ShareDialog.svelte'

/** Offers a link to the work as it stands. */
export function shareWork(work: LessonState): void {
  const { lesson, saved } = work
  const state = linkedOf(lesson.slug, saved)
  share(
    writeLink(state),
    (link) =>
      markdownOf({
        title: lesson.title,
        link,
        zones: saved.zones,
        transcripts: transcriptsOf(work),
      }),
    { state, title: lesson.title },
  )
}

/**
 * Offers a link to this page with a state.
 * @param fragment Without `#`.
 * @param markdown What is copied for a page or a ticket, with the link in it.
 * @param embedded The same state, where lines are offered that put it into another page.
 */
export function share(
  fragment: string,
  markdown: (link: string) => string,
  embedded?: { readonly state: Linked; readonly title: string },
): void {
  const address = new URL(location.pathname + location.search, location.href)
  address.hash = fragment
  const home = new URL(
    document.querySelector<HTMLAnchorElement>('a.mark')?.href ?? '../',
    location.href,
  )
  const code = embedded && embedCode(embedded.state, { fragment, title: embedded.title, home })
  const dialog = mount(ShareDialog, {
    target: document.body,
    props: {
      ...{ link: address.href, markdown: markdown(address.href), code },
      onclose: () => void unmount(dialog),
    },
  })
}
