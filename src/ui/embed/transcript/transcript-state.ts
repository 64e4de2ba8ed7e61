import type { Linked, LinkedCheck } from '../../../lab/link/link.ts'

/** The state of a player: its text, and the line that is looked at. */
export const transcriptState = (text: string, at: number): LinkedCheck => ({
  v: 1,
  tool: 'transcript',
  texts: [{ name: `${at}`, text }],
})

/**
 * The line that is looked at first, from 1: that of a state, else what the attribute says.
 * @param asked A number, or `end`; the first line if absent.
 */
export function startLine(
  state: Linked | undefined,
  asked: string | undefined,
  count: number,
): number {
  const kept = state && 'texts' in state && state.tool === 'transcript' && state.texts[0]?.name
  const line = kept && /^\d{1,6}$/.test(kept) ? kept : asked
  if (line === 'end') return count
  return Math.min(Math.max(1, Number(line) || 1), count)
}
