import type { ServerResponse } from 'node:http'
import type { News } from '../../lab/class/room.ts'
import type { ScreenPosition } from '../../lab/class/protocol.ts'
import { boardMessage, studentView } from '../../lab/class/views.ts'
import type { ClassRoom } from './class-room.ts'
import { ScreenFrames } from './screen-frames.ts'
import { StateStream } from './state-stream.ts'

/** Pages of one student, and boards, that are open at a time. */
const MOST_PAGES = 5
const MOST_BOARDS = 20

/** Milliseconds in which news are gathered: for a board, which shows all, and for a student's page. */
const BOARD_PAUSE = 100
const PAGE_PAUSE = 20

/** Milliseconds after which a student's page that says nothing is gone: its line is dead, and no side knows. */
const SILENCE = 90_000
const LOOK = 10_000

/** A student's page that is open. */
interface Page {
  readonly stream: StateStream
  /** Whether it follows the presenter. */
  readonly follows: boolean
  /** Has its view said with what is said next. */
  readonly staleView: () => void
}

/** What a board does not know yet. */
interface Board {
  readonly stream: StateStream
  readonly rows: Set<number>
  readonly gone: Set<number>
}

/** The streams of a class: each page is sent what stands, whenever that has changed. */
export class RoomStreams {
  readonly #room: ClassRoom
  readonly #pages = new Map<number, Set<Page>>()
  /** When each student with an open page was there last. */
  readonly #seen = new Map<number, number>()
  readonly #boards = new Set<Board>()
  readonly #frames = new ScreenFrames()
  readonly #forget: () => void
  readonly #timer: NodeJS.Timeout

  constructor(room: ClassRoom) {
    this.#room = room
    this.#forget = room.subscribe((news) => this.#pass(news))
    this.#timer = setInterval(() => this.cutSilent(), LOOK)
  }

  /** A student's page has asked for something. */
  saw(student: number): void {
    if (this.#pages.has(student)) this.#seen.set(student, this.#room.now())
  }

  /** Cuts the streams of pages that no longer say anything. */
  cutSilent(): void {
    const now = this.#room.now()
    for (const [student, at] of this.#seen)
      if (now - at > SILENCE) this.#pages.get(student)?.forEach(({ stream }) => stream.cut())
  }

  /** @param at How far a page has followed the presenter; undefined where it does not. */
  openStudent(student: number, response: ServerResponse, at: ScreenPosition | undefined): void {
    const pages = this.#pages.get(student) ?? new Set()
    if (pages.size >= MOST_PAGES) return void response.writeHead(429).end()
    const left = this.#room.opened(student)
    const page = this.#pageOf(student, response, at)
    this.#pages.set(student, pages.add(page))
    this.saw(student)
    response.once('close', () => {
      pages.delete(page)
      if (pages.size === 0) {
        this.#pages.delete(student)
        this.#seen.delete(student)
      }
      left()
    })
  }

  /** A page is sent its view when that has changed, and what the presenter did since it was sent last. */
  #pageOf(student: number, response: ServerResponse, begins: ScreenPosition | undefined): Page {
    let [isViewStale, at] = [true, begins]
    const state = () => {
      const { room } = this.#room
      const view = isViewStale ? studentView(room, student) : undefined
      isViewStale = false
      const { screen } = room
      if (!screen || !at) return view ? [view] : []
      const frame = this.#frames.frame(screen, at)
      at = { run: screen.run, count: screen.count }
      return view ? [view, frame] : [frame]
    }
    const stream = new StateStream(response, state, PAGE_PAUSE)
    return { stream, follows: begins !== undefined, staleView: () => (isViewStale = true) }
  }

  openBoard(response: ServerResponse): void {
    if (this.#boards.size >= MOST_BOARDS) return void response.writeHead(429).end()
    let isNew = true
    const [rows, gone] = [new Set<number>(), new Set<number>()]
    const state = () => {
      const only = isNew ? undefined : { rows: [...rows], gone: [...gone] }
      isNew = false
      rows.clear()
      gone.clear()
      return [boardMessage(this.#room.room, this.#room.now(), only)]
    }
    const board: Board = { stream: new StateStream(response, state, BOARD_PAUSE), rows, gone }
    this.#boards.add(board)
    response.once('close', () => this.#boards.delete(board))
  }

  /** Announces the end of the class to all pages. */
  end(): void {
    this.#forget()
    clearInterval(this.#timer)
    for (const { stream } of this.#boards) stream.end('end')
    for (const pages of this.#pages.values()) for (const { stream } of pages) stream.end('end')
  }

  #pass(news: News): void {
    const { rows, pages, gone } = news
    if (news.screen) this.#passScreen()
    if (rows.length > 0 || gone.length > 0 || pages.length > 0) this.#passToBoards(news)
    for (const student of pages === 'all' ? this.#pages.keys() : pages)
      for (const { stream, staleView } of this.#pages.get(student) ?? []) {
        if (gone.includes(student)) continue
        staleView()
        stream.stale()
      }
    for (const student of gone)
      for (const { stream } of this.#pages.get(student) ?? []) stream.end('gone')
  }

  #passScreen(): void {
    for (const pages of this.#pages.values())
      for (const { stream, follows } of pages) if (follows) stream.stale()
  }

  #passToBoards({ rows, gone }: News): void {
    for (const board of this.#boards) {
      for (const row of rows) board.rows.add(row)
      for (const one of gone) board.gone.add(one)
      board.stream.stale()
    }
  }
}
