import { parseEvent } from '../../lab/event-log.ts'
import type { WorldEvent } from '../../lab/types.ts'

/** What a bridge sends to a page that follows it. */
export interface Listener {
  /** @param resumed Whether what follows goes on where this page was; else all begins anew. */
  greeted(resumed: boolean): void
  /** A connection that is under way, of which only the beginning is reported. */
  earlier(event: WorldEvent): void
  happened(event: WorldEvent): void
  /** Mail came, went, or was marked. */
  mailChanged(): void
  /** The line is down, and is being set up again. */
  lost(): void
  /** The bridge has ended, or accepts no page. */
  ended(): void
}

/** What we need of `EventSource`. */
export interface Source {
  readonly readyState: number
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void
  close(): void
}

const CLOSED = 2

/** Follows a bridge until it ends. @returns A function that stops earlier. */
export function follow(source: Source, listener: Listener): () => void {
  const on = (type: string, listener: (event: WorldEvent) => void): void =>
    source.addEventListener(type, ({ data }) => {
      const event = parseEvent(String(data))
      if (event) listener(event)
    })
  source.addEventListener('hello', ({ data }) => listener.greeted(String(data).includes('true')))
  on('before', (event) => listener.earlier(event))
  on('message', (event) => listener.happened(event))
  source.addEventListener('mailboxes', () => listener.mailChanged())
  source.addEventListener('end', () => {
    source.close()
    listener.ended()
  })
  source.addEventListener('error', () => {
    if (source.readyState === CLOSED) listener.ended()
    else listener.lost()
  })
  return () => source.close()
}
