import { recordsOf } from '../../core/dns.ts'
import { domainOf } from '../../core/domain.ts'
import { dim, red, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { openLine, refusalAdvice, refusalText } from '../connection/open.ts'
import { speaksTls } from '../connection/speaks-tls.ts'
import { readTarget, type Target } from '../connection/target.ts'
import { readFlags, type Flags } from '../flags.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import type { Mail } from '../swaks/dialogue.ts'
import { messageOf, type Envelope } from '../swaks/message.ts'
import { readAttachments } from '../swaks/attachments.ts'
import { SwaksProgram, type Shown } from '../swaks/program.ts'
import { SWITCHES, VALUES, withHeaders, type SwaksSwitch, type SwaksValue } from '../swaks/words.ts'
import { gatherInputs, readFile } from '../text/inputs.ts'

export const swaks: Command = {
  name: 'swaks',
  summary: 'hand a test message in over SMTP, and see both sides',
  completes: ['addresses', 'hosts', 'files'],
  page: {
    synopsis: ['swaks --to address [--from address] [--server host[:port]] [option ...]'],
    description: [
      '`swaks` (the Swiss army knife of SMTP) connects to a mail server, says all that SMTP wants, and prints both sides: ` ->` what it sends, `<-` what comes back, `<**` a refusal. Behind TLS these are ` ~>` and `<~`.',
      'Without `--server` it asks the DNS for the `MX` of the recipient. The message is a small test, unless `--data`, `--body` or `--header` say otherwise. The status is 0 where the message was taken.',
    ],
    options: [
      ['-t, --to address', 'to whom; several with commas between them'],
      ['-f, --from address', 'the sender; `<>` for none'],
      ['-s, --server host[:port]', 'where to; port 25 by default'],
      ['-p, --port port', 'the port'],
      ['-h, --helo name', 'how it introduces itself; the name of this host by default'],
      ['-tls', 'with TLS from STARTTLS on'],
      ['-tlsc', 'with TLS first, as on port 465'],
      ['-au, -ap', 'log in: the name and the password'],
      ['-a, --auth mechanism', '`PLAIN` or `LOGIN`'],
      ['--header text, --h-Subject text', 'a field of the message'],
      ['--body text', 'the text of the message'],
      [
        '--attach @file',
        'a file beside the text, or a text itself where there is no `@`; may come often',
      ],
      ['--attach-type type, --attach-name name', 'what the next attachment is, and is called'],
      ['-d, --data file', 'the whole message, from a file or `-`'],
      ['-q, --quit-after command', 'stop after `HELO`, `AUTH`, `MAIL` or `RCPT`'],
      ['-hs, -hr, -hi', 'hide what is sent, what comes back, what is remarked'],
    ],
    examples: [
      ['swaks --to bob@example.org', 'a test message, by way of the DNS'],
      ['swaks -t bob@example.org -s mx.example.org -q RCPT', 'would Bob’s server take it?'],
      ['swaks -t bob@example.org -f alice@example.net -d message.eml', 'a message of your own'],
      [
        'swaks -t bob@example.org --attach-type text/plain --attach @session.txt',
        'a message with a file in it',
      ],
    ],
    seeAlso: ['nc', 'openssl', 'mail'],
  },
  run(words, context) {
    const known = { switches: SWITCHES, values: VALUES, style: 'words' } as const
    const given = readFlags<SwaksSwitch, SwaksValue>('swaks', withHeaders(words), known, context)
    if (!given) return undefined
    const [stray] = given.words
    const to = given.values.get('to')
    if (stray)
      return refuse(stray, '`swaks` takes options alone. Is `--to` missing before it?', context)
    if (!to)
      return void context.complain(withCode('To whom? `swaks --to bob@example.org`, for instance.'))
    const bad = to.text.split(',').find((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address))
    if (bad !== undefined)
      return refuse(to, 'An address belongs here, such as `bob@example.org`.', context)
    const until = given.values.get('until')
    if (until && !STOPS.includes(until.text.toLowerCase()))
      return refuse(until, wrongStop(until.text), context)
    const data = given.values.get('data')
    if (!data) return connect(given, to, undefined, context)
    if (data.text !== '-' || context.inputFrom === 'keyboard') {
      const octets = readFile('swaks', data.text.replace(/^@/, ''), context)
      return octets && connect(given, to, octets, context)
    }
    return readData(given, to, context)
  },
}

/** Where it may stop. */
const STOPS = ['banner', 'connect', 'helo', 'ehlo', 'tls', 'auth', 'mail', 'from', 'rcpt', 'to']

function wrongStop(text: string): string {
  const meant = nearest(text.toLowerCase(), STOPS)
  const hint = meant ? ` Did you mean \`${meant}\`?` : ''
  return `It can stop after ${STOPS.map((one) => `\`${one}\``).join(', ')}.${hint}`
}

const refuse = (word: Word, message: string, context: CommandContext): undefined =>
  void context.complain(pointAt(context.line, word.span, message)) as undefined

type Given = Flags<SwaksSwitch, SwaksValue>

/** Waits for the message first, then goes on as any other. */
function readData(given: Given, to: Word, context: CommandContext): Program | undefined {
  let program: Program | undefined
  const reading = gatherInputs(
    'swaks',
    [],
    // It is not over when all was read.
    { ...context, done: () => (program ? undefined : context.done()) },
    ([input]) => {
      program = input && connect(given, to, input.octets, context)
    },
  )
  if (!reading) return undefined
  return {
    name: 'swaks',
    reads: 'nothing',
    input: (octets) => reading.input?.(octets),
    line: () => undefined,
    eof: () => reading.eof(),
    interrupt: () => (program ?? reading).interrupt(),
    answered: () => program?.answered?.(),
  }
}

function connect(
  given: Given,
  to: Word,
  data: Uint8Array | undefined,
  context: CommandContext,
): Program | undefined {
  const attachments = readAttachments(given.all, context)
  const target = attachments && findTarget(given, to, context)
  if (!target) return undefined
  const mail = mailOf(given, to, { data, attachments }, context)
  const hidden = hiddenOf(given)
  const transport = given.on.has('tls-on-connect') ? 'tls' : 'plain'
  const remark = (text: string): void => (hidden.has('info') ? undefined : context.print(dim(text)))
  for (const address of target.addresses) {
    remark(`=== Trying ${target.name}:${target.port}...`)
    const attempt = openLine(context, address, target)
    if (attempt.ok) {
      remark(`=== Connected to ${target.name}.`)
      if (transport === 'tls' && !speaksTls(attempt.line, context.world)) {
        attempt.line.close()
        return noTls(target, context)
      }
      return new SwaksProgram(mail, attempt.line, { transport, hidden }, context)
    }
    context.print(red(`*** Error connecting to ${target.name}:${target.port}:`))
    context.print(red(`***     IO::Socket::INET6: connect: ${refusalText(attempt.refused)}`))
    if (address === target.addresses.at(-1))
      context.note(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  context.setStatus(2)
  return undefined
}

function noTls({ port }: Target, context: CommandContext): undefined {
  context.print(
    red('*** TLS startup failed (connect(): error:0A00010B:SSL routines::wrong version number)'),
  )
  context.note(dim(withCode(`Port ${port} begins without TLS: \`-tls\` asks for it.`)))
  context.setStatus(29)
  return undefined
}

const hiddenOf = ({ on }: Given): ReadonlySet<Shown> =>
  new Set((['send', 'receive', 'info'] as const).filter((kind) => on.has(`hide-${kind}`)))

function findTarget(given: Given, to: Word, context: CommandContext): Target | undefined {
  const server = given.values.get('server') ?? { ...to, text: mailHostFor(to.text, context) }
  const [, name = server.text, port] = /^(.*?):(\w+)$/.exec(server.text) ?? []
  const fallback = given.on.has('tls-on-connect') ? '465' : '25'
  const asWord = (text: string): Word => ({ ...server, text })
  const number = given.values.get('port') ?? asWord(port ?? fallback)
  return readTarget(
    'swaks',
    [asWord(name), number],
    context,
    (host, _, reason) => `*** Error connecting to ${host}: ${reason}`,
  )
}

/** Where the DNS sends the mail of the first recipient. */
function mailHostFor(to: string, { world, host }: CommandContext): string {
  const domain = domainOf(to.split(',')[0]!)
  const [first] = recordsOf(world.lookUp(host.name, domain, 'MX'), 'MX').toSorted(
    (a, b) => a.preference - b.preference,
  )
  return first?.exchange || domain
}

function mailOf(
  given: Given,
  { text }: Word,
  content: Pick<Envelope, 'data' | 'attachments'>,
  context: CommandContext,
): Mail {
  const { values, on } = given
  const to = text.split(',')
  const from = (values.get('from')?.text ?? `${context.session.user}@${context.host.name}`).replace(
    /^<(.*)>$/,
    '$1',
  )
  const user = values.get('user')?.text
  const mechanism = values.get('auth')?.text
  return {
    ...{ helo: values.get('helo')?.text ?? context.host.name, from, to },
    message: messageOf(given, { from, to, ...content }, context),
    tls: on.has('tls') ? 'needed' : 'none',
    login:
      user === undefined
        ? undefined
        : { user, password: values.get('password')?.text ?? '', ...(mechanism && { mechanism }) },
    until: values.get('until')?.text.toLowerCase(),
  }
}
