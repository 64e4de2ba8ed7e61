import * as v from 'valibot'
import { fromLatin1 } from '../../core/bytes.ts'
import { isSmtp } from '../../world/answered-command.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { isLineLike, linePatterns } from '../line-pattern.ts'
import { either, code } from '../wording.ts'

/**
 * @example
 * { kind: message-lines, has: [QUIT, 'MAIL FROM:*'] }
 */
export const messageLines = defineCondition({
  kind: 'message-lines',
  about: 'After DATA, while the message is not ended, one of its lines reads so.',
  entries: () => ({
    /** Whole lines, or starts of lines that end in `*`; in any case, outer spaces left out. */
    has: linePatterns,
    /** `lf`: only lines that a bare LF ends, without CR; else those that CR LF ends. */
    ends: v.exactOptional(v.picklist(['lf'])),
  }),
  check({ has, ends }, { world }) {
    const lines = unfinishedLines(world.events, ends)
    if (!lines) return notYet('No server is writing down a message.')
    return lines.some((line) => isLineLike(has, line))
      ? met
      : notYet(`No line of the message is ${either(has.map(code))}.`)
  },
})

/** The lines of the message that a server is writing down now; undefined where none is. */
function unfinishedLines(
  events: readonly WorldEvent[],
  ends: 'lf' | undefined,
): string[] | undefined {
  const at = events.findLastIndex((event) => event.type === 'command' && isSmtp(event))
  const asked = events[at]
  if (asked?.type !== 'command' || !isSmtp(asked) || asked.verb !== 'DATA' || asked.code !== 354)
    return undefined
  const typed = events.slice(at + 1).flatMap((event) => {
    const isMine = event.type === 'wire' && event.connection === asked.connection
    return isMine && event.from === 'client' ? [fromLatin1(event.bytes)] : []
  })
  return typed
    .join('')
    .split(ends ? /(?<!\r)\n/ : '\r\n')
    .slice(0, -1)
}
