import { deskDocuments } from '../../lab/desk-documents.ts'
import type { Lesson } from '../../lab/types.ts'
import type { Saved } from './saved.ts'

type Texts = Readonly<Record<string, string>>

/** The zones and other documents of a lesson as the learner left them, also before the lab has followed. */
export class ZoneEdits {
  /** By a zone's origin, or another document's file. */
  texts = $state.raw<Texts>({})
  /** The last edit of each, as the number of an input of this lab. */
  #edits: Readonly<Record<string, number>> = {}

  constructor({ world }: Lesson) {
    this.texts = Object.fromEntries(deskDocuments(world).map(({ key, text }) => [key, text]))
  }

  /** Begins anew with stored texts, in a lab that counts its inputs from the start. */
  open({ world }: Lesson, { zones }: Pick<Saved, 'zones'>): void {
    this.#edits = {}
    this.texts = Object.fromEntries(
      deskDocuments(world).map(({ key, text, editable }) => [
        key,
        (editable ? zones[key] : undefined) ?? text,
      ]),
    )
  }

  /** @param number Of the input that the edit is. */
  edit(key: string, text: string, number: number): void {
    this.texts = { ...this.texts, [key]: text }
    this.#edits = { ...this.#edits, [key]: number }
  }

  /** The input that edited a zone or document last; 0 where none did. */
  lastEdit(key: string): number {
    return this.#edits[key] ?? 0
  }

  /** The texts that are the learner's own work. */
  own({ world }: Lesson): Texts {
    return Object.fromEntries(
      deskDocuments(world).flatMap(({ key, editable }) => {
        const text = this.texts[key]
        return editable && text !== undefined ? [[key, text]] : []
      }),
    )
  }
}
