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

type Value = 'ip' | 'sender' | 'identity' | 'helo' | 'helo-identity' | 'scope' | 's' | 'hostname'

/** Those of Mail::SPF, and what older ones of that name took: one hyphen, `-sender`. */
const VALUES: Readonly<Record<string, Value>> = {
  ...{ '--ip': 'ip', '--ip-address': 'ip', '-ip': 'ip', '-i': 'ip' },
  ...{ '--mfrom': 'sender', '--mail-from': 'sender', '-m': 'sender' },
  ...{ '--sender': 'sender', '-sender': 'sender', '-s': 's', '--scope': 'scope' },
  ...{ '--identity': 'identity', '--id': 'identity', '--hostname': 'hostname' },
  ...{ '--helo': 'helo', '-helo': 'helo', '-h': 'helo' },
  ...{ '--helo-identity': 'helo-identity', '--helo-id': 'helo-identity' },
}

/** The statuses of the real program. */
const STATUS: Readonly<Record<SpfResult, number>> = {
  ...{ pass: 0, fail: 1, softfail: 2, neutral: 3, permerror: 4, temperror: 5, none: 6 },
}

/** Nothing could be asked. */
const UNASKED = 255

export const spfquery: Command = {
  name: 'spfquery',
  summary: 'would SPF let this address send for this sender?',
  completes: ['addresses', 'hosts'],
  page: {
    synopsis: [
      'spfquery --ip address --mfrom address [--helo name]',
      'spfquery --ip address --helo name',
      'spfquery --scope mfrom | helo --id identity --ip address [--helo-id name]',
    ],
    description: [
      'Evaluates SPF as a receiver does, with the zones as they stand now, and prints four lines: the result; what is said to the sender, which is the explanation of their domain where it has one; the reason; and the field `Received-SPF` that a receiver would write.',
      'The status is 0 for `pass`, 1 `fail`, 2 `softfail`, 3 `neutral`, 4 `permerror`, 5 `temperror`, 6 `none`, and 255 where nothing could be asked.',
      'The real program takes `--helo` beside `--mfrom` for the identity that is checked, against its own man page; here it is the name in EHLO.',
    ],
    options: [
      ['--ip, --ip-address, -i', 'the address that the mail comes from'],
      ['--mfrom, --mail-from, -m', 'the reverse-path; `--sender` of old'],
      ['--helo, -h', 'the name in EHLO; alone it is what is checked'],
      ['--scope, -s; --identity, --id', 'what is checked, and whether as `mfrom` or as `helo`'],
      ['--helo-identity, --helo-id', 'the name in EHLO, beside an identity'],
      ['--hostname', 'who checks'],
    ],
    examples: [
      ['spfquery --ip 192.0.2.25 --mfrom bob@example.org', 'may this host send for Bob?'],
      ['spfquery --ip 192.0.2.25 --helo mx.example.org', 'and call itself so?'],
    ],
    seeAlso: ['dig', 'swaks'],
  },
  run(words, context) {
    const known = { values: VALUES, style: 'words' } as const
    const given = readFlags<never, Value>('spfquery', words, known, context)
    const asked = given && readAsked(given.values)
    const ip = given?.values.get('ip')
    if (given && !(ip && asked))
      context.complain(
        withCode(
          'usage: spfquery --ip address --mfrom address\nTry `spfquery --ip 192.0.2.25 --mfrom bob@example.org`.',
        ),
      )
    else if (ip && !parseIp(ip.text))
      context.complain(
        pointAt(context.line, ip.span, 'An IP address belongs here, such as `192.0.2.25`.'),
      )
    else if (ip && asked) return void query(ip.text, asked, context)
    context.setStatus(UNASKED)
    return undefined
  },
}

/** What is checked. */
interface Asked {
  /** Empty where the name in EHLO is checked. */
  readonly mailFrom: string
  readonly helo: string | undefined
  readonly hostname: string | undefined
}

/** @returns Undefined where no identity is given, or one of no known scope. */
function readAsked(values: ReadonlyMap<Value, Word>): Asked | undefined {
  const textOf = (name: Value): string | undefined => values.get(name)?.text || undefined
  const short = textOf('s')
  // `-s` was the sender once: an address or a domain is one still.
  const isSender = short !== undefined && /[@.]/.test(short)
  const scope = textOf('scope') ?? (isSender ? undefined : short) ?? 'mfrom'
  const mailFrom = textOf('sender') ?? (isSender ? short : undefined)
  const [identity, helo] = [textOf('identity'), textOf('helo-identity') ?? textOf('helo')]
  const hostname = textOf('hostname')
  if (identity !== undefined && scope === 'helo') return { mailFrom: '', helo: identity, hostname }
  if (scope !== 'mfrom' && scope !== 'helo') return undefined
  const sender = scope === 'helo' ? undefined : (identity ?? mailFrom)
  return (sender ?? helo) ? { mailFrom: sender ?? '', helo, hostname } : undefined
}

function query(ip: string, { mailFrom, helo, hostname }: Asked, context: CommandContext): void {
  const { world, host, print } = context
  const name = helo ?? mailFrom.slice(mailFrom.lastIndexOf('@') + 1)
  const receiver = hostname ?? host.name
  const input = { ip, helo: name, mailFrom, receiver, now: world.clock.now() }
  const verdict = runSync(evaluateSpf(input), (question) =>
    question.ask === 'dns' ? world.lookUp(host.name, question.name, question.type) : undefined,
  )
  const reason = dim(withCode(showText(verdict.reason)))
  print(verdict.result)
  print(verdict.explanation ? showText(verdict.explanation) : reason)
  print(reason)
  const field = { verdict, ip, helo: name, mailFrom, receiver }
  print(`Received-SPF: ${showText(writeReceivedSpf(field))}`)
  context.setStatus(STATUS[verdict.result])
}
