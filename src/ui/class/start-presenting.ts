import { mount } from 'svelte'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { BoardState } from './board-state.svelte.ts'
import { homePage } from './home-page.ts'
import { chipPlace } from './mount-chip.ts'
import PresenterChip from './PresenterChip.svelte'
import { roomPorts } from './room-line.ts'

/** What the presenter shows on this page is what the class may follow. @param secret The teacher's. */
export function startPresenting(work: LessonState, secret: string): void {
  const target = chipPlace()
  if (!target) return
  const board = new BoardState(roomPorts(secret), () => Date.now())
  mount(PresenterChip, {
    target,
    props: { ...{ board, work }, boardPage: new URL('class/board/', homePage()).href },
  })
  board.start()
}
