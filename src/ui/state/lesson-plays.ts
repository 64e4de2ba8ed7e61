import { words } from '#words/state'
import type { Lesson } from '../../lab/types.ts'
import type { DoneRecord } from './done-record.ts'
import type { KeptWork } from './kept-work.svelte.ts'
import { nextVariant } from './next-variant.ts'
import type { Saved } from './saved.ts'

/** What fresh starts need of their lesson. */
export interface PlayPorts {
  /** The lesson as its page carries it. */
  readonly lesson: Lesson
  /** Variants that were begun at some time. */
  readonly seen: () => readonly string[]
  /** Where nothing is done. */
  readonly fresh: () => Saved
  readonly kept: KeptWork
  /** All of the learner's work as it stands. */
  readonly saved: () => Saved
  /** When the lesson was done: a fresh start leaves that as it is. */
  readonly record: () => DoneRecord
  readonly open: (saved: Saved) => Promise<void>
  readonly save: () => void
  /** Read out by screen readers. */
  readonly announce: (sentence: string) => void
}

/** One play of a lesson after the other: begun over, with other names, or with work from elsewhere. */
export class LessonPlays {
  readonly #ports: PlayPorts

  constructor(ports: PlayPorts) {
    this.#ports = ports
  }

  /** Starts the lesson over with other names; `undo` brings the work back. */
  async playVariant(): Promise<void> {
    const { lesson, seen, save, saved, fresh } = this.#ports
    const next = nextVariant(lesson, saved().variant, seen())
    await this.#replace({ ...fresh(), ...(next !== undefined && { variant: next }) }, save)
    this.#ports.announce(words.otherNames)
  }

  /** Puts everything back to the start; `undo` brings it back until the next change. */
  async reset(): Promise<void> {
    const { kept, record, save } = this.#ports
    await this.#replace(this.#ports.fresh(), () =>
      (record().doneAt ?? record().states) ? save() : kept.remove(),
    )
    this.#ports.announce(words.reset)
  }

  /** Begins again what is done, with other names where there are some; `undo` brings the work back. */
  async review(): Promise<void> {
    const { met, of } = this.#ports.saved().progress
    // With every step done it is at its end, also where the line itself was shown on the way.
    if (met < of) return
    await (nextVariant(this.#ports.lesson, undefined, []) ? this.playVariant() : this.reset())
  }

  /** Goes on with exported work; `undo` brings back this page's. */
  async import(saved: Saved): Promise<void> {
    await this.#replace(saved, this.#ports.save)
    this.#ports.announce(words.imported)
  }

  async undo(): Promise<void> {
    const { kept } = this.#ports
    const before = kept.undoable
    if (!before) return
    await this.import(before)
    kept.undoable = undefined
    this.#ports.announce(words.undone)
  }

  /** Goes on with the other tab's work; `undo` brings back this tab's. */
  async useOtherTab(): Promise<void> {
    const theirs = this.#ports.kept.closeChoice()
    if (theirs) await this.import(theirs)
    this.#ports.announce(words.otherTab)
  }

  /** Goes on with this tab's work; `undo` brings the other tab's. */
  keepThisTab(): void {
    const { kept } = this.#ports
    const theirs = kept.closeChoice()
    this.#ports.save()
    kept.undoable = theirs
    this.#ports.announce(words.thisTab)
  }

  /** Opens other work in place of this, which can be brought back. */
  async #replace(saved: Saved, store: () => void): Promise<void> {
    const before = this.#ports.saved()
    const opened = this.#ports.open(saved)
    // A page that goes while it opens has it all the same.
    store()
    await opened
    this.#ports.kept.undoable = before
  }
}
