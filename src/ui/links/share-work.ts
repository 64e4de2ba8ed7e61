import { mount, unmount } from 'svelte'
import { writeLink } from '../../lab/link/write-link.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { linkedOf } from './linked-storage.ts'
import { markdownOf } from './markdown.ts'
import ShareDialog from './ShareDialog.svelte'

/** Offers a link to the work as it stands. */
export function shareWork(work: LessonState): void {
  const { lesson, saved, feed } = work
  share(writeLink(linkedOf(lesson.slug, saved)), (link) =>
    markdownOf({ title: lesson.title, link, zones: saved.zones, transcript: feed.text }),
  )
}

/**
 * Offers a link to this page with a state.
 * @param fragment Without `#`.
 * @param markdown What is copied for a page or a ticket, with the link in it.
 */
export function share(fragment: string, markdown: (link: string) => string): void {
  const address = new URL(location.pathname + location.search, location.href)
  address.hash = fragment
  const dialog = mount(ShareDialog, {
    target: document.body,
    props: {
      ...{ link: address.href, markdown: markdown(address.href) },
      onclose: () => void unmount(dialog),
    },
  })
}
