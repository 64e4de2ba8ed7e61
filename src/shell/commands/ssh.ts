import { canonicalName } from '../../dns/names.ts'
import { recordsOf } from '../../core/dns.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import { parseIp, formatIp } from '../../core/ip.ts'
import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { formatTime } from '../text/time-format.ts'
import type { HostSpec } from '../../world/spec.ts'

/** Sessions one in another. */
const DEEPEST = 10

export const ssh: Command = {
  name: 'ssh',
  summary: 'go to another host: what you run then runs there',
  completes: ['hosts'],
  page: {
    synopsis: ['ssh [-l user] [user@]host'],
    description: [
      'Opens a terminal on another host of this simulated Internet. Programs run there: their connections leave from its address, and its files are at hand. `exit` or Ctrl-D comes back.',
      'In this world every door is open to you: no password is asked for.',
    ],
    options: [['-l user', 'as somebody else']],
    examples: [
      ['ssh mx.example.org', 'go to a mail server'],
      ['ssh alice@desk.example.org', 'go there as Alice'],
    ],
    seeAlso: ['exit', 'hosts', 'whoami'],
  },
  run(words, context) {
    const given = readFlags<never, 'user' | 'port'>(
      'ssh',
      words,
      { values: { '-l': 'user', '-p': 'port' } },
      context,
    )
    const [target, more] = given?.words ?? []
    if (!given) return undefined
    if (!target)
      return void context.complain(
        withCode('usage: ssh [user@]host\nWhere to? `hosts` lists who is there.'),
      )
    if (more)
      return refuse(more, 'No command is run from afar here: log in first, then type it.', context)
    const [, user = given.values.get('user')?.text ?? context.session.user, name = ''] =
      /^(?:([^@]*)@)?(.*)$/s.exec(target.text) ?? []
    if (!/^[A-Za-z_][\w.-]{0,31}$/.test(user))
      return refuse(
        target,
        'The name of a user has letters, digits, `.`, `_` and `-`, 32 at most.',
        context,
      )
    const host = findHost(name, context)
    if (!host) return refuse(target, adviceFor(name, context), context)
    logIn(host, user, context)
    return undefined
  },
}

const refuse = (word: Word, message: string, context: CommandContext): undefined => {
  context.complain(pointAt(context.line, word.span, message))
  context.setStatus(255)
  return undefined
}

/** By its name, by one that the DNS has an address for, or by the address. */
function findHost(name: string, { world }: CommandContext): HostSpec | undefined {
  const own = canonicalName(name)
  const named = world.hosts.find((host) => host.name === own)
  if (named) return named
  const octets = parseIp(name)
  const addresses = octets
    ? [formatIp(octets)]
    : recordsOf(world.resolver.query(own, 'A'), 'A').map(({ address }) => address)
  return world.hosts.find((host) => host.addresses.some((one) => addresses.includes(one)))
}

function adviceFor(name: string, { world }: CommandContext): string {
  const meant = nearest(
    name,
    world.hosts.map((host) => host.name),
  )
  const hint = meant ? `Did you mean \`${meant}\`?` : '`hosts` lists who is there.'
  return `No host of this simulated Internet has that name. ${hint}`
}

function logIn(host: HostSpec, user: string, context: CommandContext): void {
  const depth = Number(context.session.variables.get('SHLVL') ?? 1)
  if (depth >= DEEPEST)
    return context.complain(
      `ssh: ${DEEPEST} terminals one in another are enough: leave one with exit.`,
    )
  const session = context.sessionOn(host, user)
  session.files.makeFolder(session.home)
  session.variables.set('SHLVL', String(depth + 1))
  const time = formatTime('%a %b %e %H:%M:%S %Y', context.world.clock.now())
  const from = context.host.addresses[0] ?? context.host.name
  session.variables.set('SSH_CLIENT', from)
  context.note(`${host.about ?? `Welcome to ${host.name}.`}\nLast login: ${time} from ${from}`)
  context.note(dim(withCode('What you type now runs here. `exit` comes back.')))
  context.logIn(session)
}
