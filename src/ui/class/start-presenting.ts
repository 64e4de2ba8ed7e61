import { mount } from 'svelte'
import { writeLink } from '../../lab/link/write-link.ts'
import { classLimits } from '../../lab/class/protocol.ts'
import { linkedOf } from '../links/linked-storage.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { BoardState } from './board-state.svelte.ts'
import { homePage } from './home-page.ts'
import PresenterChip from './PresenterChip.svelte'
import { roomPorts } from './room-line.ts'

/** What the presenter shows on this page is what the class may follow. @param secret The teacher's. */
export function startPresenting(work: LessonState, secret: string): void {
  const row = document.querySelector('.masthead .row')
  if (!row) return
  const board = new BoardState(roomPorts(secret), () => Date.now())
  const place = document.createElement('div')
  place.className = 'class-chip'
  row.insertBefore(place, row.querySelector('#present'))
  mount(PresenterChip, {
    target: place,
    props: { ...{ board, work, linkOf }, boardPage: new URL('class/board/', homePage()).href },
  })
  board.start()
}

/** The presenter's work as a link carries it; undefined where it is too much for one. */
function linkOf(work: LessonState): string | undefined {
  const link = writeLink(linkedOf(work.lesson.slug, work.saved))
  return link.length <= classLimits.link ? link : undefined
}
