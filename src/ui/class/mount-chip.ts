import { mount, type ComponentProps } from 'svelte'
import ClassChip from './ClassChip.svelte'

/** Where a page says that it is of a class: in its masthead. */
export function chipPlace(): HTMLElement | undefined {
  const row = document.querySelector('.masthead .row')
  if (!row) return undefined
  const place = document.createElement('div')
  place.className = 'class-chip'
  row.insertBefore(place, row.querySelector('#present'))
  return place
}

/** Puts a student's class there. */
export function mountChip(props: ComponentProps<typeof ClassChip>): void {
  const target = chipPlace()
  if (target) mount(ClassChip, { target, props })
}
