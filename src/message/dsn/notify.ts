import type { Action } from './dsn.ts'

/** NOTIFY of a recipient (RFC 3461 §4.1). */
export type Notify = 'never' | readonly ('success' | 'failure' | 'delay')[]

/** What is reported without NOTIFY: failures, and delays (RFC 3461 §4.1). */
export const DEFAULT_NOTIFY: Notify = ['failure', 'delay']

/** Whether the sender requests a report about what became of a message. */
export function wantsDsn(action: Action, notify: Notify = DEFAULT_NOTIFY): boolean {
  if (notify === 'never') return false
  if (action === 'failed') return notify.includes('failure')
  return notify.includes(action === 'delayed' ? 'delay' : 'success')
}
