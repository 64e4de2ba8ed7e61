import { nothingDone, readSaved, sameWork, type Saved } from './saved.ts'
import type { StorageError, WorkStorage } from './storage.ts'

/** The work on one lesson in the browser's storage: this tab's, and another tab's beside it. */
export class KeptWork {
  storageError = $state<StorageError>()
  /** Another tab's work on this lesson, where it differs from this tab's: the learner chooses. */
  otherTab = $state.raw<Saved>()
  /** What a reset or an import replaced, until the next change. */
  undoable = $state.raw<Saved>()

  readonly #slug: string
  /** Another takes its place for as long as the lesson is presented. */
  storage: WorkStorage

  constructor(slug: string, storage: WorkStorage) {
    this.#slug = slug
    this.storage = storage
  }

  /** Reads this tab's work, and another tab's backup that the learner has not decided on. */
  read(): Saved {
    const read = this.storage.read(this.#slug)
    const saved = read.kind === 'saved' ? read.saved : nothingDone
    const backup = this.storage.readBackup(this.#slug)
    if (backup && !sameWork(backup, saved)) this.otherTab = backup
    this.storageError = this.storage.error
    return saved
  }

  /** Writes this tab's work; the other tab's stays as a backup until the learner chose. */
  write(saved: Saved): void {
    if (this.otherTab) this.storage.writeBackup(this.#slug, this.otherTab)
    this.storage.write(this.#slug, saved)
    this.storageError = this.storage.error
  }

  /** The copy of work that could no longer be done again, if there is one. */
  get aside(): Saved | undefined {
    return this.storage.readAside(this.#slug)
  }

  /** Keeps a copy of work that can no longer be done again. */
  setAside(saved: Saved): void {
    this.storage.writeAside(this.#slug, saved)
  }

  remove(): void {
    this.storage.remove(this.#slug)
  }

  /**
   * Another tab stored its work on this lesson, and this tab's next change would write over it.
   * @param text As it was stored; null where that tab went back to the start.
   */
  noticeOtherTab(text: string | null, own: Saved): void {
    const read = readSaved(text)
    if (read.kind !== 'saved' && read.kind !== 'none') return
    const theirs = read.kind === 'saved' ? read.saved : nothingDone
    this.otherTab = sameWork(theirs, own) ? undefined : theirs
  }

  /** The learner chose between the tabs. @returns The other tab's work. */
  closeChoice(): Saved | undefined {
    const theirs = this.otherTab
    this.otherTab = undefined
    this.storage.writeBackup(this.#slug, undefined)
    return theirs
  }
}
