import { utf8 } from '../../core/bytes.ts'
import { formatDate } from '../../message/date.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { pointAt } from '../point-at.ts'
import { formatTime } from '../text/time-format.ts'

export const date: Command = {
  name: 'date',
  summary: 'show the time of this simulated Internet',
  page: {
    synopsis: ['date [-R | -I] [+format]'],
    description: [
      'Shows the time, which is the same on all hosts here and always in UTC. It goes on by what happens, and with `sleep`.',
    ],
    options: [
      ['-R', 'as a message writes it in its field `Date`'],
      ['-I', 'the day alone: `2026-06-01`'],
      [
        '+format',
        '`%Y` year, `%m` month, `%d` day, `%H:%M:%S` time, `%s` seconds since 1970, and others of the real `date`',
      ],
    ],
    examples: [
      ['date', 'the time'],
      ['date -R', 'for a message'],
      ['date +%s', 'in seconds'],
    ],
    seeAlso: ['clock', 'sleep'],
  },
  run(words, context) {
    const known = { '-R': 'mail', '--rfc-email': 'mail', '-u': 'utc', '-I': 'day' } as const
    const given = readFlags<'mail' | 'utc' | 'day'>('date', words, { switches: known }, context)
    if (!given) return undefined
    const now = context.world.clock.now()
    const [format, more] = given.words
    const wrong = more ?? (format && !format.text.startsWith('+') ? format : undefined)
    if (wrong) {
      const advice =
        'The clock is not set by hand here: `sleep` lets it go on. A format begins with `+`.'
      context.complain(pointAt(context.line, wrong.span, advice))
      return undefined
    }
    const shown = given.on.has('day')
      ? '%Y-%m-%d'
      : (format?.text.slice(1) ?? '%a %b %e %H:%M:%S UTC %Y')
    context.write(utf8(`${given.on.has('mail') ? formatDate(now) : formatTime(shown, now)}\n`))
    return undefined
  },
}
