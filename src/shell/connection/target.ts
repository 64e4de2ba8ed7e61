import type { DnsAnswer } from '../../core/dns.ts'
import { recordsOf } from '../../core/dns.ts'
import { askedName } from '../../core/idna.ts'
import { formatIp, parseIp } from '../../core/ip.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { CommandContext } from '../command.ts'
import { namesOf } from '../names.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { nearest } from '../../core/text/edit-distance.ts'

/** Where a connection shall go. */
export interface Target {
  /** As typed. */
  readonly name: string
  /** The addresses of the name, in the order to try; at least one. */
  readonly addresses: readonly string[]
  readonly port: number
}

/** Ports by the names that people type for them (the registry of RFC 6335). */
const SERVICES: Readonly<Record<string, number>> = {
  telnet: 23,
  smtp: 25,
  pop3: 110,
  imap: 143,
  submissions: 465,
  smtps: 465,
  submission: 587,
  imaps: 993,
  pop3s: 995,
}

/** The name of a port's service, where it has one. */
export const serviceOf = (port: number): string =>
  Object.keys(SERVICES).find((name) => SERVICES[name] === port) ?? '*'

/**
 * Reads `host port` and looks the host up.
 * @param blame Wording of the real tool for a name that cannot be found.
 * @returns `undefined` where that is not possible; the reason is then printed.
 */
export function readTarget(
  command: string,
  words: readonly Word[],
  context: CommandContext,
  blame: (name: string, port: number, reason: string) => string,
): Target | undefined {
  const [host, port, more] = words
  if (!host || !port) return refuseUsage(command, host, context)
  if (more) return point(context, more, `\`${command}\` takes a host and a port, and nothing more.`)
  const number = readPort(port.text)
  if (number === undefined)
    return point(
      context,
      port,
      'A port is a number from 1 to 65535. SMTP listens on `25`, POP3 on `110`, IMAP on `143`.',
    )
  const address = parseIp(host.text)
  if (address) return { name: host.text, addresses: [formatIp(address)], port: number }
  return lookUp(host.text, number, context, blame)
}

function refuseUsage(command: string, host: Word | undefined, context: CommandContext): undefined {
  const [name, port] = splitColon(host?.text ?? '')
  context.complain(`usage: ${command} host port`)
  if (port)
    context.complain(withCode(`Write a space before the port: \`${command} ${name} ${port}\`.`))
  else context.complain(withCode(missing(`${command} ${name || 'mx.example.org'} 25`, host)))
  return undefined
}

const missing = (example: string, host: Word | undefined): string =>
  `${host ? 'The port is missing' : 'Name the host and the port to connect to'}: \`${example}\`, for instance. SMTP listens on port 25, POP3 on 110, IMAP on 143.`

const splitColon = (text: string): readonly [string, string] => {
  const [, name = text, port = ''] = /^([^:]+):(\d+)$/.exec(text) ?? []
  return [name, port]
}

function point(context: CommandContext, word: Word, message: string): undefined {
  context.complain(pointAt(context.line, word.span, message))
  return undefined
}

function readPort(text: string): number | undefined {
  if (Object.hasOwn(SERVICES, text)) return SERVICES[text]
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port >= 1 && port <= 65535 ? port : undefined
}

function lookUp(
  typed: string,
  port: number,
  context: CommandContext,
  blame: (name: string, port: number, reason: string) => string,
): Target | undefined {
  const name = askedName(typed)
  const { resolver } = context.world
  const four = resolver.query(name, 'A')
  const six = resolver.query(name, 'AAAA')
  const addresses = [
    ...recordsOf(four, 'A').map(({ address }) => address),
    ...recordsOf(six, 'AAAA').map(({ address }) => address),
  ]
  if (addresses.length) return { name: typed, addresses, port }
  const later = isTemporary(four) || isTemporary(six)
  const reason = later ? 'Temporary failure in name resolution' : 'Name or service not known'
  context.complain(blame(typed, port, reason))
  context.complain(withCode(later ? TEMPORARY : adviceFor(typed, name, port, context)))
  return undefined
}

const TEMPORARY = 'The name servers gave no answer just now. Try again later.'

const isTemporary = ({ status }: DnsAnswer): boolean =>
  status === 'servfail' || status === 'timeout'

/** Why a name leads nowhere, and where to go from there. */
function adviceFor(typed: string, name: string, port: number, { world }: CommandContext): string {
  const exchange = recordsOf(world.resolver.query(name, 'MX'), 'MX')
    .toSorted((a, b) => a.preference - b.preference)
    .map((record) => record.exchange)
    .find((host) => host !== '')
  if (exchange)
    return `\`${typed}\` has no address of its own. Its mail is received by \`${exchange}\`: try \`nc ${exchange} ${port}\`.`
  const meant = nearest(name, namesOf(world))
  if (meant) return `No address is published for \`${typed}\`. Did you mean \`${meant}\`?`
  return `No address is published for \`${typed}\`. \`hosts\` lists who is on this simulated Internet.`
}
