/**
 * The clipboard, as far as an editor asks for it: a copy is the browser's own. In Safari Monaco's began to write to it
 * at each click and each key of the page, for programs of its own that may write later.
 */
export class BrowserClipboardService {
  #sought = ''

  /** Pasting is left to the browser, or to `readText`. */
  triggerPaste(): undefined {
    return undefined
  }

  /** @returns Nothing where the browser does not give it. */
  async readText(): Promise<string> {
    try {
      return await navigator.clipboard.readText()
    } catch {
      return ''
    }
  }

  /** Nothing is written where the browser does not take it. */
  async writeText(text: string): Promise<void> {
    await navigator.clipboard?.writeText(text).catch(() => {})
  }

  /** What was sought last in one editor, for the next. */
  readFindText(): Promise<string> {
    return Promise.resolve(this.#sought)
  }

  writeFindText(text: string): Promise<void> {
    this.#sought = text
    return Promise.resolve()
  }
}
