import type { Lesson } from '../../lab/types.ts'
import type { Saved } from './saved.ts'

type Texts = Readonly<Record<string, string>>

/** The zones and other documents of a lesson as the learner left them, also before the lab has followed. */
export class ZoneEdits {
  #texts: Texts = {}
  /** Another one where what follows the texts has to look at them again: not at each key. */
  #look = $state.raw({})
  /** The last edit of each, as the number of an input of this lab. */
  #edits = $state.raw<Readonly<Record<string, number>>>({})

  constructor(lesson: Lesson) {
    this.open(lesson, { zones: {} })
  }

  /**
   * By a zone's origin, or another document's file. They are as they stand whenever one looks; who follows them looks
   * when an edit begins, and when it is handed on.
   */
  get texts(): Texts {
    void this.#look
    return this.#texts
  }

  /** Begins anew with stored texts, in a lab that counts its inputs from the start. */
  open({ world }: Lesson, { zones }: Pick<Saved, 'zones'>): void {
    this.#edits = {}
    this.#texts = byKey(
      world,
      (key, { text, editable }) => (editable ? zones[key] : undefined) ?? text,
    )
    this.#look = {}
  }

  /** A text is being typed, and not handed on yet. @param number Of the input that it will be. */
  type(key: string, text: string, number: number): void {
    this.#texts = { ...this.#texts, [key]: text }
    if (this.#edits[key] === number) return
    this.#edits = { ...this.#edits, [key]: number }
    this.#look = {}
  }

  /** @param number Of the input that the edit is. */
  edit(key: string, text: string, number: number): void {
    this.type(key, text, number)
    this.#look = {}
  }

  /** The input that edited a zone or document last; 0 where none did. */
  lastEdit(key: string): number {
    return this.#edits[key] ?? 0
  }

  /** The input that was the last edit of all, or will be: one that waits has its number already. */
  get newestEdit(): number {
    return Math.max(0, ...Object.values(this.#edits))
  }

  /** The texts that are the learner's own work. */
  own({ world }: Lesson): Texts {
    return byKey(world, (key, { editable }) => editable && this.#texts[key])
  }
}

/** Texts by a zone's origin, or another document's file; what is no text is left out. */
function byKey(
  { zones, documents = [] }: Lesson['world'],
  textOf: (
    key: string,
    one: { readonly text: string; readonly editable: boolean },
  ) => string | false | undefined,
): Texts {
  const texts: Record<string, string> = {}
  for (const one of [...zones, ...documents]) {
    const key = 'file' in one ? one.file : one.origin
    const text = textOf(key, one)
    if (typeof text === 'string') texts[key] = text
  }
  return texts
}
