import { readJson } from '../../lab/octet-json.ts'
import { readOutput } from '../../lab/read-output.ts'
import type { LabOutput, WorldEvent } from '../../lab/types.ts'

/** What a bridge sends to a page that follows it. */
export interface Listener {
  /** The bridge is there. What follows goes on where this page was, unless all begins anew. */
  greeted(): void
  /** All begins anew. */
  began(): void
  /** Connections that are under way, of which only the beginning is reported. */
  earlier(events: readonly WorldEvent[]): void
  happened(events: readonly WorldEvent[]): void
  /** Mail came, went, or was marked. */
  mailChanged(): void
  /** A zone has another text. */
  zonesChanged(): void
  /** The line is down, and is being set up again. */
  lost(): void
  /** The bridge has ended, or accepts no page. */
  ended(): void
  /** The bridge speaks otherwise than this page, which follows it no longer. */
  refused(sentence: string): void
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
  let isGreeted = false
  const read = (data: unknown): LabOutput | undefined => {
    const output = readOutput(readJson(String(data)))
    if (typeof output !== 'string') return output
    // The first word says how the others are meant; one of these that cannot be read is left out.
    if (!isGreeted) {
      source.close()
      listener.refused(output)
    }
    return undefined
  }
  source.addEventListener('message', ({ data }) => {
    const output = read(data)
    if (output?.kind === 'hello') {
      isGreeted = true
      listener.greeted()
    } else if (output?.kind === 'opened') listener.began()
    else if (output?.kind === 'events') listener.happened(output.events)
  })
  source.addEventListener('before', ({ data }) => {
    const output = read(data)
    if (output?.kind === 'events') listener.earlier(output.events)
  })
  source.addEventListener('mailboxes', () => listener.mailChanged())
  source.addEventListener('zones', () => listener.zonesChanged())
  source.addEventListener('end', () => {
    source.close()
    listener.ended()
  })
  source.addEventListener('error', () => {
    isGreeted = false
    if (source.readyState === CLOSED) listener.ended()
    else listener.lost()
  })
  return () => source.close()
}
