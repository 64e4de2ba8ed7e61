import type { Lesson } from '../../lab/types.ts'
import type { Saved } from './saved.ts'

type ZoneTexts = Readonly<Record<string, string>>

/** The zones of a lesson as the learner left them, also before the lab has followed. */
export class ZoneEdits {
  texts = $state.raw<ZoneTexts>({})
  /** The last edit of each zone, as the number of an input of this lab. */
  #edits: Readonly<Record<string, number>> = {}

  constructor({ world }: Lesson) {
    this.texts = Object.fromEntries(world.zones.map(({ origin, text }) => [origin, text]))
  }

  /** Begins anew with stored texts, in a lab that counts its inputs from the start. */
  open({ world }: Lesson, { zones }: Pick<Saved, 'zones'>): void {
    this.#edits = {}
    this.texts = Object.fromEntries(
      world.zones.map(({ origin, text, editable }) => [
        origin,
        (editable ? zones[origin] : undefined) ?? text,
      ]),
    )
  }

  /** @param number Of the input that the edit is. */
  edit(zone: string, text: string, number: number): void {
    this.texts = { ...this.texts, [zone]: text }
    this.#edits = { ...this.#edits, [zone]: number }
  }

  /** The input that edited a zone last; 0 where none did. */
  lastEdit(zone: string): number {
    return this.#edits[zone] ?? 0
  }

  /** The texts that are the learner's own work. */
  own({ world }: Lesson): ZoneTexts {
    return Object.fromEntries(
      world.zones.flatMap(({ origin, editable }) => {
        const text = this.texts[origin]
        return editable && text !== undefined ? [[origin, text]] : []
      }),
    )
  }
}
