import { cover, type Span } from '../../core/span.ts'
import { limits } from './limits.ts'
import type { WrittenLine } from './written-line.ts'

export interface ConnectedLine {
  readonly written: WrittenLine
  /** Its place among the connections; -1 for a remark before all of them. */
  readonly connection: number
}

export interface Connections {
  /** Their names; empty where the transcript names none. */
  readonly names: readonly string[]
  readonly lines: readonly ConnectedLine[]
  /** What stands beyond the limit. */
  readonly left?: Span
}

/** A greeting after a farewell: the same client has connected again. */
const GREETING = /^(?:220[ -]|\* (?:OK|PREAUTH) |\+OK .*(?:\bPOP|\bready\b|<[^<>\s]+@[^<>\s]+>))/i
const FAREWELL = /^(?:221 |421 |\* BYE\b)/
/** POP3 has no farewell that differs from other answers. */
const LEAVING = /^QUIT\s*$/i
/** A remark after which a greeting is another connection's. */
const CONNECTS = /\b(?:re)?connect(?:s|ed|ion)?\b|^\$ |\bhangs? up\b/i

/**
 * Gives each line its connection: by the name in its mark or in the heading above it, and anew where a
 * server greets after the client has left. Remarks belong to the connection that is spoken on.
 */
export function splitConnections(lines: readonly WrittenLine[]): Connections {
  const names: string[] = []
  const connected: ConnectedLine[] = []
  /** By name the open connection, and whether its client has left. */
  const open = new Map<string, { readonly at: number; hasLeft: boolean }>()
  let current = -1
  let left: Span | undefined
  for (const written of lines) {
    const { who, text, connection: name, span } = written
    if (who === 'client' || who === 'server') {
      let known = open.get(name)
      if (!known || (known.hasLeft && who === 'server' && GREETING.test(text))) {
        if (names.length === limits.connections) {
          left = left ? cover(left, span) : span
          continue
        }
        known = { at: names.push(name) - 1, hasLeft: false }
        open.set(name, known)
      }
      current = known.at
      known.hasLeft ||= who === 'client' ? LEAVING.test(text) : FAREWELL.test(text)
    }
    const last = who === 'note' && CONNECTS.test(text) ? open.get(name) : undefined
    if (last) last.hasLeft = true
    connected.push({ written, connection: who === 'heading' ? -1 : current })
  }
  return { names, lines: connected, ...(left && { left }) }
}
