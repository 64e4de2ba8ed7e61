import { words } from '#words/embed'
import type { SnippetFindings } from '../../../lab/snippet/snippet.ts'

/** What a snippet is to come to. */
export interface ZoneGoal {
  /** As it was written. */
  readonly id: string
  readonly text: string
  isMet(found: SnippetFindings): boolean
}

/** A limit of ours. */
const MOST = 10

/** What SPF may say of a sender. */
export const results = ['pass', 'fail', 'softfail', 'neutral', 'none', 'permerror'] as const

/** The goals of an attribute: `clean, pass 203.0.113.5`. @returns Undefined where one is none. */
export function readGoals(value: string): readonly ZoneGoal[] | undefined {
  const all = value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  const goals = all.map(goalOf)
  return all.length <= MOST && goals.every((goal) => goal !== undefined) ? goals : undefined
}

function goalOf(id: string): ZoneGoal | undefined {
  if (id === 'clean')
    return {
      ...{ id, text: words.clean },
      isMet: ({ diagnostics, parts }) =>
        parts.every(({ kind }) => kind !== 'unknown') &&
        diagnostics.every(({ severity }) => severity !== 'error' && severity !== 'warning'),
    }
  const [result = '', ip = '', ...more] = id.split(/\s+/)
  if (more.length > 0 || ip === '' || !results.some((one) => one === result)) return undefined
  return {
    ...{ id, text: words.sends(ip, result) },
    isMet: ({ senders }) => senders.some((one) => one.ip === ip && one.result === result),
  }
}
