import { mount } from 'svelte'
import { pageOf } from '../links/address.ts'
import Board from './Board.svelte'
import { BoardState } from './board-state.svelte.ts'
import { homePage } from './home-page.ts'
import { storeKept } from './kept-class.ts'
import { LessonBook } from './lesson-book.svelte.ts'
import { roomPorts } from './room-line.ts'

/**
 * Draws the board of the class.
 * @param secret The teacher's.
 * @returns Whether it is the secret of the class that is held here.
 */
export async function openBoard(target: Element, secret: string): Promise<boolean> {
  const board = new BoardState(roomPorts(secret), () => Date.now())
  if (!(await board.loadFacts())) return false
  // Lessons that are opened from here are the presenter's.
  storeKept({ role: 'teacher', secret })
  const book = new LessonBook(async (path) => {
    const answer = await fetch(new URL(path, homePage()))
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  })
  target.replaceChildren()
  mount(Board, {
    target,
    props: { board, book, pageOf: presentedPage },
  })
  board.start()
  void book.loadCourse()
  return true
}

/** The page that presents a lesson: nothing that is done on it is the teacher's own. */
function presentedPage(slug: string): string {
  const page = pageOf(slug, homePage())
  return `${page.href}${page.search ? '&' : '?'}present`
}
