import { domainOf } from '../../core/domain.ts'
import { randomId, seededRandom } from '../../core/random.ts'
import { cyan, dim, withCode } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import type { Command, CommandContext } from '../command.ts'
import { openLine, refusalAdvice, refusalText, type OpenLine } from '../connection/open.ts'
import { readTarget, type Target } from '../connection/target.ts'
import { AGREED_TLS } from '../../world/handshake.ts'
import { findMailServer } from '../mail/find-server.ts'
import { MailReader } from '../mail/reader.ts'
import { readOptions } from '../options.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'

type Option = 'starttls' | 'clear'

const OPTIONS: Readonly<Record<string, Option>> = { '-s': 'starttls', '--clear': 'clear' }

export const mail: Command = {
  name: 'mail',
  origin: 'ours',
  summary: 'read the mail of a mailbox over IMAP',
  completes: ['addresses', 'hosts'],
  page: {
    synopsis: ['mail [-s | --clear] address [host]'],
    description: [
      '`mail` logs in to a mailbox over IMAP and lists its messages. At its prompt `&` type the number of a message to read it, `r` to reply, `fw` and an address to forward it, `?` for all that can be typed; Tab completes commands, folders and addresses. The wire shows every command that it sends for you.',
      'Without a host it asks the DNS: for the `SRV` record of `_imaps._tcp` at the domain, and where there is none, for its `MX`. It connects to port 993, where TLS comes first, and logs in by the best way that both sides know. Reading a message sets its flag `\\Seen`.',
      'Without an address it lists the mailboxes and their passwords: in this world they are no secret. Ctrl-C ends waiting, or else hangs up; Ctrl-D leaves as `q` does.',
    ],
    options: [
      ['-s', 'port 143, where TLS is asked for with STARTTLS'],
      ['--clear', 'port 143 without TLS, to see what anybody on the path could read'],
    ],
    examples: [
      ['mail alice@example.org', 'read Alice’s mail'],
      ['mail -s bob@example.net mx.example.net', 'read Bob’s, with TLS from STARTTLS on'],
      [
        "printf 'secret\\n1\\nq\\n' | mail bob@example.net",
        'all of it from a pipe, the password first',
      ],
    ],
    seeAlso: ['openssl', 'nc', 'hosts'],
  },
  run(words, context) {
    if (!words.length) return void listMailboxes(context)
    const given = readOptions('mail', words, OPTIONS, context)
    const [address, host, more] = given?.words ?? []
    if (!given || !address) return given && void listMailboxes(context)
    if (!/^[^@]+@[^@]+$/.test(address.text))
      return refuse(context, address, 'An address belongs here, such as `alice@example.org`.')
    if (more) return refuse(context, more, '`mail` takes an address and a host, and nothing more.')
    const how = given.options.has('clear')
      ? 'never'
      : given.options.has('starttls')
        ? 'needed'
        : 'up'
    const target = findTarget(address, host, how === 'up' ? 'implicit' : 'plain', context)
    const line = target && connect(target, context)
    if (!line) return undefined
    if (how === 'up') line.secure(AGREED_TLS)
    return new MailReader(line, { address: address.text, tls: how, nonce: nonce(context) }, context)
  },
}

const refuse = (context: CommandContext, { span }: Word, message: string): undefined =>
  void context.complain(pointAt(context.line, span, message)) as undefined

/** Lists every mailbox that has a password. */
function listMailboxes({ world, print, explain, complain }: CommandContext): void {
  const known = world.spec.mailboxes.filter(({ password }) => password !== undefined)
  if (!known.length)
    return complain('No mailbox of this simulated Internet has a password to log in with.')
  const rows = known.map(({ address, password }) => [`  ${cyan(address)}`, `password: ${password}`])
  explain('Mailboxes of this simulated Internet that can be read:')
  for (const row of alignColumns(rows)) print(row)
  explain(withCode(`Try \`mail ${known[0]!.address}\`.`))
}

function findTarget(
  address: Word,
  host: Word | undefined,
  transport: 'implicit' | 'plain',
  context: CommandContext,
): Target | undefined {
  const port = transport === 'implicit' ? 993 : 143
  const asWord = (text: string): Word => ({ ...address, text })
  if (host) return readTarget('mail', [host, asWord(String(port))], context, blame)
  const found = findMailServer(domainOf(address.text), transport, context)
  if (!found) {
    const advice = `No \`SRV\` and no \`MX\` record shows where the mail of \`${domainOf(address.text)}\` is. Name the host: \`mail ${address.text} mail.example.org\`.`
    return refuse(context, address, advice)
  }
  context.note(dim(withCode(found.how)))
  return readTarget('mail', [asWord(found.host), asWord(String(found.port))], context, blame)
}

const blame = (name: string, port: number, reason: string): string =>
  `mail: ${name}:${port}: ${reason}`

function connect(target: Target, context: CommandContext): OpenLine | undefined {
  for (const address of target.addresses) {
    const attempt = openLine(context, address, target)
    if (attempt.ok) return attempt.line
    context.complain(
      `mail: ${target.name} (${address}) port ${target.port}: ${refusalText(attempt.refused)}`,
    )
    if (address === target.addresses.at(-1))
      context.note(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  return undefined
}

const NONCE_LENGTH = 24

/** From the world's seed, and another one each time: the world is deterministic. */
const nonce = ({ world }: CommandContext): string =>
  randomId(seededRandom(world.spec.seed * 65_537 + world.events.length), NONCE_LENGTH)
