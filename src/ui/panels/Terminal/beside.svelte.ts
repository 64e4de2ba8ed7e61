import { mount, unmount } from 'svelte'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'
import type * as several from './several/Several.svelte'
import { beside } from './beside-state.svelte.ts'

/**
 * Puts what shows several terminals above the first one, once there is more than one or somebody wishes
 * for one. It comes from here, and is no part of the panel, so that a page with one terminal weighs as it did.
 * To be called while a component is set up.
 */
export function showBeside(work: LessonState, size: () => number): (inside: HTMLElement) => void {
  let Several = $state.raw<typeof several.default>()
  let body = $state.raw<Element>()
  const isWanted = $derived(work.lab.terminals.length > 1 || beside.wish !== undefined)
  $effect(() => {
    if (isWanted && !Several)
      void fetchAgain(() => import('./several/Several.svelte')).then(
        (all) => (Several = all.default),
      )
  })
  $effect(() => {
    if (!Several || !body) return
    const target = body
    const shown = mount(Several, {
      target,
      anchor: target.firstChild!,
      props: {
        work,
        get size() {
          return size()
        },
      },
    })
    return () => void unmount(shown)
  })
  return (inside) => {
    body = inside.closest('.panel')?.querySelector('.panel-body') ?? undefined
  }
}
