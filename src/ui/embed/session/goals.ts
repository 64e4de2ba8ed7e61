import { words } from '#words/embed-session'
import type { WorldEvent } from '../../../lab/types.ts'

/** Something that is to happen in a session. */
export interface SessionGoal {
  /** As it was written. */
  readonly id: string
  readonly kind: 'delivered' | 'reply'
  /** The reply that is to come. */
  readonly code?: number
}

/** A limit of ours. */
const MOST = 10

/** The goals of an attribute: `delivered, reply 550`. @returns Undefined where one is none. */
export function readGoals(value: string): readonly SessionGoal[] | undefined {
  const all = value.split(',').map((one) => one.trim().replace(/\s+/g, ' '))
  const goals = all.map((id): SessionGoal | undefined => {
    if (id === 'delivered') return { id, kind: 'delivered' }
    const [, code] = /^reply ([2-5]\d\d)$/.exec(id) ?? []
    return code === undefined ? undefined : { id, kind: 'reply', code: Number(code) }
  })
  return all.length <= MOST && goals.every((goal) => goal !== undefined) ? goals : undefined
}

/** As it is shown. */
export const textOf = ({ kind, code }: SessionGoal): string =>
  kind === 'delivered' ? words.delivered : words.reply(code ?? 0)

/** Whether one was met by what has happened since the reader began. */
export const isMet = ({ kind, code }: SessionGoal, events: readonly WorldEvent[]): boolean =>
  events.some((event) =>
    kind === 'delivered'
      ? event.type === 'delivered'
      : event.type === 'command' && 'code' in event && event.code === code,
  )
