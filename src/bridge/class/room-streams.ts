import type { ServerResponse } from 'node:http'
import type { News } from '../../lab/class/room.ts'
import { boardMessage, studentView } from '../../lab/class/views.ts'
import type { ClassRoom } from './class-room.ts'
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

/** What a board does not know yet. */
interface Board {
  readonly stream: StateStream
  readonly rows: Set<number>
  readonly gone: Set<number>
}

/** The streams of a class: each page is sent what stands, whenever that has changed. */
export class RoomStreams {
  readonly #room: ClassRoom
  readonly #pages = new Map<number, Set<StateStream>>()
  /** When each student with an open page was there last. */
  readonly #seen = new Map<number, number>()
  readonly #boards = new Set<Board>()
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
      if (now - at > SILENCE) this.#pages.get(student)?.forEach((stream) => stream.cut())
  }

  openStudent(student: number, response: ServerResponse): void {
    const pages = this.#pages.get(student) ?? new Set()
    if (pages.size >= MOST_PAGES) return void response.writeHead(429).end()
    const left = this.#room.opened(student)
    const state = () => studentView(this.#room.room, student)
    const stream = new StateStream(response, state, PAGE_PAUSE)
    this.#pages.set(student, pages.add(stream))
    this.saw(student)
    response.once('close', () => {
      pages.delete(stream)
      if (pages.size === 0) {
        this.#pages.delete(student)
        this.#seen.delete(student)
      }
      left()
    })
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
      return boardMessage(this.#room.room, this.#room.now(), only)
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
    for (const pages of this.#pages.values()) for (const stream of pages) stream.end('end')
  }

  #pass({ rows, pages, gone }: News): void {
    for (const board of this.#boards) {
      for (const row of rows) board.rows.add(row)
      for (const one of gone) board.gone.add(one)
      board.stream.stale()
    }
    for (const student of pages === 'all' ? this.#pages.keys() : pages)
      for (const stream of this.#pages.get(student) ?? [])
        if (!gone.includes(student)) stream.stale()
    for (const student of gone)
      for (const stream of this.#pages.get(student) ?? []) stream.end('gone')
  }
}
