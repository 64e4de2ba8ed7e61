import { readSaved, type Read, type Saved } from './saved.ts'

/** What a page keeps its work in: the browser's storage, or memory where there is none. */
export interface Storage {
  readonly trouble: Trouble | undefined
  read(slug: string): Read
  /** Keeps it at once. @returns What stood in the way, if anything did; then memory has it. */
  write(slug: string, saved: Saved): Trouble | undefined
  remove(slug: string): void
  /** Another tab's work that this tab's was written over, until the learner chose. */
  aside(slug: string): Saved | undefined
  /** Keeps another tab's work beside this tab's; undefined takes it away. */
  putAside(slug: string, saved: Saved | undefined): void
}

/** Why work is not kept in the browser. */
export type Trouble = 'blocked' | 'full' | 'broken' | 'newer'

/** What a learner is told, in one sentence. */
export const troubleText: Readonly<Record<Trouble, string>> = {
  blocked: 'This browser keeps nothing for this page: your work lasts until you leave it.',
  full: 'The browser’s storage is full: what you do from here on lasts until you leave the page.',
  broken: 'What was stored here could not be read, so the lesson starts afresh; it was set aside.',
  newer: 'Your work was stored by a later version of HELO World; it is left as it is.',
}

/** What we need of `localStorage`. */
export type Shelf = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where a lesson's work is kept. */
export const keyOf = (slug: string): string => `helo-world/lesson/${slug}`

const asideKeyOf = (slug: string): string => `${keyOf(slug)}/other-tab`

/**
 * Opens the shelf that work is kept on.
 * @param shelf Gives the browser's storage; may throw, as `localStorage` does in a foreign frame.
 */
export function openStorage(shelf: () => Shelf): Storage {
  const memory = new Map<string, string>()
  const browser = reach(shelf)
  let trouble: Trouble | undefined = browser ? undefined : 'blocked'

  const note = (found: Trouble): Trouble => (trouble = found)

  return {
    get trouble() {
      return trouble
    },
    read(slug) {
      const key = keyOf(slug)
      const text = memory.get(key) ?? attempt(() => browser?.getItem(key)) ?? null
      const found = readSaved(text)
      if (found.kind === 'broken') attempt(() => setAside(browser, key, text))
      if (found.kind === 'broken' || found.kind === 'newer') note(found.kind)
      return found
    },
    write(slug, saved) {
      const key = keyOf(slug)
      const text = JSON.stringify(saved)
      // A later version's work must not be overwritten with less.
      if (trouble !== 'newer' && attempt(() => put(browser, key, text))) {
        memory.delete(key)
        return undefined
      }
      memory.set(key, text)
      return trouble === 'newer' ? trouble : note(browser ? 'full' : 'blocked')
    },
    remove(slug) {
      memory.delete(keyOf(slug))
      attempt(() => browser?.removeItem(keyOf(slug)))
    },
    aside(slug) {
      const read = readSaved(attempt(() => browser?.getItem(asideKeyOf(slug))) ?? null)
      return read.kind === 'saved' ? read.saved : undefined
    },
    putAside(slug, saved) {
      attempt(() =>
        saved
          ? browser?.setItem(asideKeyOf(slug), JSON.stringify(saved))
          : browser?.removeItem(asideKeyOf(slug)),
      )
    },
  }
}

function put(browser: Shelf | undefined, key: string, text: string): boolean {
  browser?.setItem(key, text)
  return browser !== undefined
}

function setAside(browser: Shelf | undefined, key: string, text: string | null): void {
  if (text !== null) browser?.setItem(`${key}/unreadable`, text)
}

function reach(shelf: () => Shelf): Shelf | undefined {
  return attempt(() => {
    const found = shelf()
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
