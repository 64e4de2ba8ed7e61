import type { TranscriptStep } from '../../../lab/types.ts'
import { lookOf } from './line-look.ts'

/** What a server may do with a command, as a reader guesses it. */
export const guesses = ['ok', 'go', 'later', 'refused'] as const

export type Guess = (typeof guesses)[number]

/**
 * What the server's answer to the line before will be: asked before the first line of it is shown.
 * @param at The line that is looked at, from 1.
 * @returns Undefined where no answer is due next.
 */
export function answerAfter(steps: readonly TranscriptStep[], at: number): Guess | undefined {
  const [now, next] = [steps[at - 1], steps[at]]
  if (now?.kind !== 'client' || next?.kind !== 'server') return undefined
  if (now.role !== 'command' && now.role !== 'end' && now.role !== 'answer') return undefined
  // What an answer brings comes before the word that says how it went.
  const last = steps
    .slice(at)
    .find(({ kind, role }) => kind !== 'server' || role === 'reply' || role === 'go-on')
  const { tone } = lookOf(last?.kind === 'server' ? last : next)
  return guesses.find((one) => one === tone)
}
