import { mount, unmount } from 'svelte'
import { seedInClass, variantInClass } from '../../lab/grading/class-variant.ts'
import { sha256 } from '../pages/skills/sha256.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { linkedMembership, loadMembership, storeMembership } from './class-membership.ts'
import HandInDialog from './HandInDialog.svelte'

const own = () => localStorage

/** Offers the work on a lesson as a file for who grades it. */
export function openHandIn(work: LessonState): void {
  open(work, 'hand-in', loadMembership(own))
}

/**
 * Opens what a link of a class asks for: the lesson with the names that somebody has in it. Where it is played with
 * them already, nothing comes between.
 */
export async function joinClass(work: LessonState, query: URLSearchParams): Promise<void> {
  const linked = linkedMembership(query)
  if (linked.code === '') return
  const kept = loadMembership(own)
  const name = linked.name || (kept.code === linked.code ? kept.name : '')
  const member = { code: linked.code, name: name || kept.name }
  const seed = name === '' ? undefined : await seedInClass(member.code, name, sha256)
  if (seed !== undefined && variantInClass(work.lesson, seed) === work.variant)
    return storeMembership(member, own)
  open(work, 'join', member)
}

function open(
  work: LessonState,
  purpose: 'hand-in' | 'join',
  member: { readonly code: string; readonly name: string },
): void {
  const dialog = mount(HandInDialog, {
    target: document.body,
    props: { work, purpose, member, onclose: () => void unmount(dialog) },
  })
}
