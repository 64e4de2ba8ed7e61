import { hall } from '../desk/hall.svelte.ts'
import { openNotes } from './address.ts'
import { openNotesLine, readWanted, type Shown } from './notes-line.ts'
import type { NotedView } from './present-view.ts'

/** The hall's end of the line to the window with the notes. */
export class HallNotes {
  readonly #presenter: NotedView
  readonly #line = openNotesLine()
  readonly #stop: () => void

  constructor(presenter: NotedView) {
    this.#presenter = presenter
    this.#line.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#receive(data))
    this.#stop = $effect.root(() => {
      $effect(() => this.#line.postMessage(this.#shown))
    })
    addEventListener('pagehide', this.#leave)
  }

  /** Opens the window, or brings it to the front. */
  open(): void {
    openNotes(this.#slug)
  }

  close(): void {
    this.#stop()
    this.#leave()
    removeEventListener('pagehide', this.#leave)
    this.#line.close()
  }

  readonly #leave = (): void => this.#line.postMessage({ kind: 'gone', lesson: this.#slug })

  get #slug(): string {
    return this.#presenter.slug
  }

  get #shown(): Shown {
    const { variant, replay, isBlank } = this.#presenter
    return {
      ...{ kind: 'shown', lesson: this.#slug, isBlank },
      step: hall.steps?.shown ?? '',
      isCurtained: hall.isCurtained,
      slot: hall.slots?.tab ?? 'step',
      ...(variant !== undefined && { variant }),
      ...(replay && {
        replay: { line: replay.line, lines: replay.lines, isPaused: replay.isPaused },
      }),
    }
  }

  #receive(data: unknown): void {
    const wanted = readWanted(data, this.#slug)
    if (wanted?.kind === 'hello') this.#line.postMessage(this.#shown)
    else if (wanted?.kind === 'act') this.#presenter.act(wanted.act)
    else if (wanted?.kind === 'open') {
      const fault = this.#presenter.open(wanted.fragment)
      if (fault) this.#line.postMessage({ kind: 'refused', lesson: this.#slug, fault })
    }
  }
}
