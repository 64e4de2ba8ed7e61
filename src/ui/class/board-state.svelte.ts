import { readBoardMessage } from '../../lab/class/read-message.ts'
import type { ClassFacts, ClassView, TeacherMessage } from '../../lab/class/protocol.ts'
import { noRows, rowsAfter } from './board-rows.ts'
import { RoomLine, type RoomPorts } from './room-line.ts'
import type { Link } from './student-session.svelte.ts'

/** Milliseconds between two looks at the clock: whether somebody is stuck shows by itself. */
const TICK = 10_000

const TAKEN = 204

/** A class as the teacher's pages know it. */
export class BoardState {
  link = $state<Link>('opening')
  facts = $state.raw<ClassFacts>()
  view = $state.raw<ClassView>({ follows: false })
  /** By their number, in the order in which they came. */
  rows = $state.raw(noRows)
  /** The server's clock, in milliseconds; it goes on in steps. */
  now = $state(0)
  /** What did not arrive, for the page to say. */
  hasFailed = $state(false)
  readonly #ports: RoomPorts
  readonly #clock: () => number
  /** How far the server's clock is ahead of this one. */
  #ahead = 0

  /** @param clock This machine's, in milliseconds. */
  constructor(ports: RoomPorts, clock: () => number) {
    this.#ports = ports
    this.#clock = clock
  }

  readonly students = $derived([...this.rows.values()])
  readonly online = $derived(this.students.filter(({ isHere }) => isHere).length)

  start(): void {
    new RoomLine(this.#ports, 'board', {
      received: (value) => this.#receive(value),
      lost: () => (this.link = 'lost'),
      ended: (why) => (this.link = why),
    }).start()
    const tick = () => {
      this.now = this.#clock() + this.#ahead
      this.#ports.later(tick, TICK)
    }
    tick()
  }

  /** Asks for what does not change. @returns Whether the class knows this page. Rejects where no server answers. */
  async loadFacts(): Promise<boolean> {
    const { status, body } = await this.#ports.get('facts')
    if (status !== 200) return false
    this.facts = body as ClassFacts
    return true
  }

  /** Sends it to the class. What did not arrive is said. @returns Whether it was taken. */
  async send(message: TeacherMessage): Promise<boolean> {
    this.hasFailed = (await this.teach(message)) !== TAKEN
    return !this.hasFailed
  }

  /** Sends it to the class. @returns The server's status; 0 where none answers. */
  async teach(message: TeacherMessage): Promise<number> {
    try {
      return (await this.#ports.post('teach', message)).status
    } catch {
      return 0
    }
  }

  #receive(value: unknown): void {
    const message = readBoardMessage(value)
    if (typeof message === 'string') {
      this.link = 'foreign'
      return
    }
    const { part, now, view, students, gone } = message
    this.link = 'open'
    this.#ahead = now - this.#clock()
    this.now = now
    this.view = view
    this.rows = rowsAfter(part === 'all' ? noRows : this.rows, students, gone)
  }
}
