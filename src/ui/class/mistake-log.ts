import { classLimits as most, type Mistake } from '../../lab/class/protocol.ts'
import type { KeptLog } from './kept-class.ts'

/** Names of what was counted that are kept. */
const MOST_SEEN = 200

/** An empty log of a lesson. */
export const noMistakes = (slug: string): KeptLog => ({ slug, made: 0, mistakes: [], seen: [] })

/**
 * The log with one more mistake, or the same one where it was counted already. One that was made before is
 * counted with its namesake, and is the newest then.
 * @param name What is counted once: the mistake and what it was made with.
 */
export function addMistake(log: KeptLog, name: string, made: Omit<Mistake, 'times'>): KeptLog {
  if (log.seen.includes(name)) return log
  const mistake = clipped(made)
  const isSame = (one: Mistake): boolean =>
    one.kind === mistake.kind && one.cause === mistake.cause && one.typed === mistake.typed
  const times = (log.mistakes.find(isSame)?.times ?? 0) + 1
  const others = log.mistakes.filter((one) => !isSame(one))
  return {
    ...withSeen(log, [name]),
    made: log.made + 1,
    mistakes: [...others, { ...mistake, times }].slice(-most.mistakes),
  }
}

/** The log with what is not to be counted: it was there before. */
export const withSeen = (log: KeptLog, names: readonly string[]): KeptLog => ({
  ...log,
  seen: [...log.seen, ...names].slice(-MOST_SEEN),
})

const clipped = ({ kind, cause, typed, answered }: Omit<Mistake, 'times'>) => ({
  kind,
  cause: clip(cause, most.cause),
  typed: clip(typed.trim(), most.typed),
  answered: clip(answered, most.answered),
})

/** Cut between characters, and shown to be. */
const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
