import { words } from '#words/storage'
import { readSaved, type Read, type Saved } from './saved.ts'

/** Where a page stores its work: in the browser's storage, or in memory where there is none. */
export interface WorkStorage {
  readonly error: StorageError | undefined
  read(slug: string): Read
  /** Stores it at once. @returns Why the browser did not, if so; then memory has it. */
  write(slug: string, saved: Saved): StorageError | undefined
  remove(slug: string): void
  /** Another tab's work that this tab's was written over, until the learner chose. */
  readBackup(slug: string): Saved | undefined
  /** Work that could no longer be done again, if there was some. */
  readAside(slug: string): Saved | undefined
  /** Stores a copy of work that can no longer be done again. */
  writeAside(slug: string, saved: Saved): void
  /** Stores another tab's work beside this tab's; undefined removes it. */
  writeBackup(slug: string, saved: Saved | undefined): void
}

/** Why work is not stored in the browser. */
export type StorageError = 'blocked' | 'full' | 'broken' | 'newer'

/** The error for a learner, in one sentence. */
export const storageErrorText: Readonly<Record<StorageError, string>> = words.errors

/** What is used of `localStorage`. */
export type BrowserStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where a lesson's work is stored. */
export const keyOf = (slug: string): string => `helo-world/lesson/${slug}`

/** Where work is that could no longer be done again. */
const asideKeyOf = (slug: string): string => `${keyOf(slug)}/set-aside`

const backupKeyOf = (slug: string): string => `${keyOf(slug)}/other-tab`

/**
 * Opens the storage for work.
 * @param browserStorage Gives the browser's; may throw, as `localStorage` does in a foreign frame.
 */
export const openStorage = (browserStorage: () => BrowserStorage): WorkStorage =>
  new LocalWork(probe(browserStorage))

class LocalWork implements WorkStorage {
  error: StorageError | undefined
  readonly #browser: BrowserStorage | undefined
  readonly #memory = new Map<string, string>()

  constructor(browser: BrowserStorage | undefined) {
    this.#browser = browser
    this.error = browser ? undefined : 'blocked'
  }

  read(slug: string): Read {
    const key = keyOf(slug)
    const text = this.#memory.get(key) ?? attempt(() => this.#browser?.getItem(key)) ?? null
    const found = readSaved(text)
    if (found.kind === 'broken' && text !== null)
      attempt(() => this.#browser?.setItem(`${key}/unreadable`, text))
    if (found.kind === 'broken' || found.kind === 'newer') this.error = found.kind
    return found
  }

  write(slug: string, saved: Saved): StorageError | undefined {
    const key = keyOf(slug)
    const text = JSON.stringify(saved)
    // A later version's work must not be overwritten with less.
    if (this.error !== 'newer' && attempt(() => put(this.#browser, key, text))) {
      this.#memory.delete(key)
      return undefined
    }
    this.#memory.set(key, text)
    if (this.error !== 'newer') this.error = this.#browser ? 'full' : 'blocked'
    return this.error
  }

  remove(slug: string): void {
    this.#memory.delete(keyOf(slug))
    attempt(() => this.#browser?.removeItem(keyOf(slug)))
  }

  readAside(slug: string): Saved | undefined {
    return this.#readAt(asideKeyOf(slug))
  }

  writeAside(slug: string, saved: Saved): void {
    attempt(() => this.#browser?.setItem(asideKeyOf(slug), JSON.stringify(saved)))
  }

  readBackup(slug: string): Saved | undefined {
    return this.#readAt(backupKeyOf(slug))
  }

  writeBackup(slug: string, saved: Saved | undefined): void {
    const key = backupKeyOf(slug)
    attempt(() =>
      saved ? this.#browser?.setItem(key, JSON.stringify(saved)) : this.#browser?.removeItem(key),
    )
  }

  #readAt(key: string): Saved | undefined {
    const read = readSaved(attempt(() => this.#browser?.getItem(key)) ?? null)
    return read.kind === 'saved' ? read.saved : undefined
  }
}

function put(browser: BrowserStorage | undefined, key: string, text: string): boolean {
  browser?.setItem(key, text)
  return browser !== undefined
}

function probe(browserStorage: () => BrowserStorage): BrowserStorage | undefined {
  return attempt(() => {
    const found = browserStorage()
    // Not by writing: a storage that is full still holds earlier work.
    found.getItem('helo-world/probe')
    return found
  })
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
