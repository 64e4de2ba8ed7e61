import { createHash } from 'node:crypto'
import type { ClassPlace } from '../../lab/class/protocol.ts'
import {
  beginRoom,
  countPage,
  join,
  type News,
  type Room,
  type Turn,
} from '../../lab/class/room.ts'
import { pageKey } from './secrets.ts'

/** Takes note of what changed in a class. */
export type Listener = (news: News) => void

/** A class that is held: its room, its clock, and the keys of its students. In memory alone. */
export class ClassRoom {
  room: Room
  readonly now: () => number
  /** Students, by the digest of their key. */
  readonly #keys = new Map<string, number>()
  readonly #listeners = new Set<Listener>()

  constructor(begin: ClassPlace, now: () => number) {
    this.room = beginRoom(begin)
    this.now = now
  }

  /** @returns A function that ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Goes on with what came of a message. @returns The same turn. */
  take(turn: Turn): Turn {
    if (!turn.ok) return turn
    this.room = { ...turn.room, turn: this.room.turn + 1 }
    const { gone } = turn.news
    if (gone.length > 0)
      for (const [key, student] of this.#keys) if (gone.includes(student)) this.#keys.delete(key)
    for (const listener of this.#listeners) listener(turn.news)
    return turn
  }

  /** @returns The new student's number and key; undefined where the class is full. */
  join(name: string): { readonly student: number; readonly key: string } | undefined {
    const turn = this.take(join(this.room, name, this.now()))
    if (!turn.ok || turn.student === undefined) return undefined
    const key = pageKey()
    this.#keys.set(digest(key), turn.student)
    return { student: turn.student, key }
  }

  /** The student whose key it is. A key is found by its digest, so the time that takes says nothing of it. */
  studentOf(key: string): number | undefined {
    return this.#keys.get(digest(key))
  }

  /** A page of a student opens. @returns Notes that it went. */
  opened(student: number): () => void {
    this.take(countPage(this.room, student, 1, this.now()))
    return () => void this.take(countPage(this.room, student, -1, this.now()))
  }
}

const digest = (key: string): string => createHash('sha256').update(key).digest('base64')
