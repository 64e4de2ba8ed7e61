import { recordsOf } from '../../core/dns.ts'
import { askedName } from '../../core/idna.ts'
import type { CommandContext } from '../command.ts'

export interface MailServer {
  readonly host: string
  readonly port: number
  /** How it was found, in a sentence. */
  readonly how: string
}

/**
 * Finds the server where a domain's mailboxes are read: the target of its SRV record (RFC 6186 §3.2),
 * else the host that receives its mail, which keeps it as a rule.
 */
export function findMailServer(
  domain: string,
  transport: 'implicit' | 'plain',
  { world, host }: CommandContext,
): MailServer | undefined {
  const name = askedName(domain)
  const label = transport === 'implicit' ? `_imaps._tcp.${name}` : `_imap._tcp.${name}`
  const services = recordsOf(world.lookUp(host.name, label, 'SRV'), 'SRV')
    .map(({ fields: [priority = '', , port = '', target = ''] }) => ({
      ...{ priority: Number(priority), port: Number(port), target },
    }))
    // A target of `.` means that there is no such service (RFC 2782).
    .filter(({ target }) => target !== '' && target !== '.')
    .toSorted((a, b) => a.priority - b.priority)
  const [service] = services
  if (service)
    return {
      host: service.target.replace(/\.$/, ''),
      port: service.port,
      how: `\`${label}\` names the server for the mail of \`${name}\`.`,
    }
  const exchange = recordsOf(world.lookUp(host.name, name, 'MX'), 'MX')
    .toSorted((a, b) => a.preference - b.preference)
    .find((record) => record.exchange !== '')?.exchange
  return exchange === undefined
    ? undefined
    : {
        host: exchange,
        port: transport === 'implicit' ? 993 : 143,
        how: `No record \`${label}\` exists, so the host that receives the mail is asked.`,
      }
}
