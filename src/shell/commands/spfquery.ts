import { runSync } from '../../core/effects.ts'
import { parseIp } from '../../core/ip.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import { evaluateSpf, type SpfResult } from '../../auth/spf/evaluate.ts'
import { writeReceivedSpf } from '../../auth/spf/received.ts'
import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'

type Value = 'ip' | 'sender' | 'helo'

const VALUES: Readonly<Record<string, Value>> = {
  ...{ '-ip': 'ip', '--ip': 'ip', '-i': 'ip', '-sender': 'sender', '--sender': 'sender' },
  ...{ '-s': 'sender', '-helo': 'helo', '--helo': 'helo', '-h': 'helo' },
}

/** The statuses of the real program. */
const STATUS: Readonly<Record<SpfResult, number>> = {
  ...{ pass: 0, fail: 1, softfail: 2, neutral: 3, permerror: 4, temperror: 5, none: 6 },
}

export const spfquery: Command = {
  name: 'spfquery',
  summary: 'would SPF let this address send for this sender?',
  completes: ['addresses', 'hosts'],
  page: {
    synopsis: ['spfquery -ip address -sender address [-helo name]'],
    description: [
      'Evaluates SPF as a receiver does, with the zones as they stand now, and prints the result, the reason, and the field `Received-SPF` that a receiver would write.',
      'The status is 0 for `pass`, 1 `fail`, 2 `softfail`, 3 `neutral`, 4 `permerror`, 5 `temperror`, 6 `none`.',
    ],
    options: [
      ['-ip address', 'the address that the mail comes from'],
      ['-sender address', 'the reverse-path'],
      ['-helo name', 'the name in EHLO; the domain of the sender by default'],
    ],
    examples: [['spfquery -ip 192.0.2.25 -sender bob@example.org', 'may this host send for Bob?']],
    seeAlso: ['dig', 'swaks'],
  },
  run(words, context) {
    const known = { values: VALUES, style: 'words' } as const
    const given = readFlags<never, Value>('spfquery', words, known, context)
    if (!given) return undefined
    const [ip, sender, helo] = (['ip', 'sender', 'helo'] as const).map((one) =>
      given.values.get(one),
    )
    if (!ip || !(sender ?? helo))
      return void context.complain(
        withCode(
          'usage: spfquery -ip address -sender address\nTry `spfquery -ip 192.0.2.25 -sender bob@example.org`.',
        ),
      )
    if (!parseIp(ip.text))
      return void context.complain(
        pointAt(context.line, ip.span, 'An IP address belongs here, such as `192.0.2.25`.'),
      )
    query(ip.text, sender, helo, context)
    return undefined
  },
}

function query(
  ip: string,
  sender: Word | undefined,
  helo: Word | undefined,
  context: CommandContext,
) {
  const mailFrom = sender?.text ?? ''
  const name = helo?.text ?? mailFrom.slice(mailFrom.lastIndexOf('@') + 1)
  const { world, host } = context
  const input = { ip, helo: name, mailFrom, receiver: host.name, now: world.clock.now() }
  const verdict = runSync(evaluateSpf(input), (question) =>
    question.ask === 'dns' ? world.lookUp(host.name, question.name, question.type) : undefined,
  )
  context.print(verdict.result)
  context.print(dim(withCode(showText(verdict.reason))))
  if (verdict.explanation) context.print(showText(verdict.explanation))
  const field = { verdict, ip, helo: name, mailFrom, receiver: host.name }
  context.print(`Received-SPF: ${showText(writeReceivedSpf(field))}`)
  context.setStatus(STATUS[verdict.result])
}
