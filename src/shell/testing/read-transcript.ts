/** A session of the terminal as text: what was typed, and what came. */
export interface TranscriptStep {
  /** As a terminal sends it. */
  readonly typed: string
  readonly expected: readonly string[]
}

/**
 * Reads a transcript: `$ line` is typed at the prompt, `> line` into a program, `^C` and `^D` are keys,
 * and `@ "…"` has any keys as a JSON text;
 * all other lines are printed. `#` begins a remark. `…` ends a line that goes on, or stands for any lines.
 */
export function readTranscript(text: string): TranscriptStep[] {
  const steps: { typed: string; expected: string[] }[] = []
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, typed] = /^[$>] (.*)$/.exec(line) ?? (line === '>' ? ['', ''] : [])
    const keys = /^@ (".*")$/.exec(line)?.[1]
    if (keys !== undefined) steps.push({ typed: JSON.parse(keys) as string, expected: [] })
    else if (typed !== undefined) steps.push({ typed: `${typed}\r`, expected: [] })
    else if (line === '^C' || line === '^D')
      steps.push({ typed: line === '^C' ? '\x03' : '\x04', expected: [] })
    else if (!line.startsWith('#')) steps.at(-1)?.expected.push(line)
  }
  return steps
}

/** Whether the printed lines are those of a transcript. */
export function agrees(expected: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = expected
  if (first === undefined) return !printed.length
  if (first === '…')
    return Array.from({ length: printed.length + 1 }, (_, at) => at).some((at) =>
      agrees(rest, printed.slice(at)),
    )
  const [line, ...others] = printed
  if (line === undefined) return false
  const isSame = first.endsWith('…') ? line.startsWith(first.slice(0, -1)) : line === first
  return isSame && agrees(rest, others)
}
