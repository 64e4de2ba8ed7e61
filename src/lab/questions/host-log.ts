import { mailLogOf } from '../../shell/files/mail-log.ts'
import type { Question } from './question.ts'

/** Lines that are answered: the newest. */
const MOST = 200

/** The mail log of a host, as a terminal shows it. Asked anew with each count of events. */
export const hostLog: Question<
  { readonly host: string; readonly events: number },
  readonly string[]
> = {
  answer({ host }, { world }) {
    const spec = world?.hosts.find(({ name }) => name === host)
    return world && spec ? mailLogOf(world.events, spec).slice(-MOST) : []
  },
}
