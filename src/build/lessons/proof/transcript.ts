/** One line of a transcript, and the line of its file. */
export interface TranscriptLine {
  /**
   * `$`: typed at the shell. `C`: typed into a program. `S`: must be received. `?`: a card is
   * answered. `Z`: a zone is edited. `M`: a mail of the world is sent. `T`: time goes by.
   * `D`: somebody uses a device. `@`: what follows is typed in that terminal.
   */
  readonly who: '$' | 'C' | 'S' | '?' | 'Z' | 'M' | 'T' | 'D' | '@'
  readonly text: string
  /** From 1. */
  readonly line: number
}

export type TranscriptReading =
  | { readonly ok: true; readonly lines: readonly TranscriptLine[] }
  | { readonly ok: false; readonly line: number; readonly message: string }

/**
 * Reads a transcript: `$ nc mx.example.org 25`, `C: EHLO desk.example.net`, `S: 250`,
 * `? order: 503`, `Z: example.org two-records`, `M: newsletter`, `T: next`, `D: phone fetch`,
 * `@ 2 mx.example.net`. Empty lines and those that start with `#` are for people. Spaces behind `C: ` are kept.
 */
export function readTranscript(source: string): TranscriptReading {
  const lines: TranscriptLine[] = []
  for (const [index, raw] of source.split(/\r?\n/).entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue
    const found = /^(?:([$?@]) |([CSZMTD]):(?: |$))(.*)$/.exec(raw)
    if (!found)
      return {
        ok: false,
        line: index + 1,
        message:
          'Start the line with `$ ` (shell), `C: ` (typed), `S: ` (received), `? ` (a card), `Z: ` (a zone), `M: ` (a mail), `T: ` (time), `D: ` (a device), `@ ` (a terminal) or `#`.',
      }
    lines.push({
      who: (found[1] ?? found[2]) as TranscriptLine['who'],
      text: found[3]!,
      line: index + 1,
    })
  }
  return { ok: true, lines }
}

/** A line that does something, with what must be received before the next. */
export interface Turn {
  readonly typed: TranscriptLine
  readonly received: readonly TranscriptLine[]
}

/** Assigns expected lines to the line before them; those before any line are left out. */
export function turnsOf(lines: readonly TranscriptLine[]): Turn[] {
  const turns: { typed: TranscriptLine; received: TranscriptLine[] }[] = []
  for (const line of lines)
    if (line.who === 'S') turns.at(-1)?.received.push(line)
    else turns.push({ typed: line, received: [] })
  return turns
}
