import { openSession, step, type Turn } from '../../protocols/imap/server/engine.ts'
import { hostDefaults, type ImapHost } from '../../protocols/imap/server/host.ts'
import type { AccessSpec } from '../spec.ts'
import { accountsOf } from './accounts.ts'
import { imapCommand } from './command-event.ts'
import { imapNumbering } from './numbering.ts'
import { goodbye, runEngine } from './run-engine.ts'
import type { OpenService, Service } from './service.ts'

/** Mail stays on the server, and many clients look at it (RFC 9051). */
export const imap: Service = {
  name: 'imap',
  port: 143,
  transport: 'plain',
  followsMail: true,
  offeredBy: (host) => host.imap && open(host.imap),
}

/** The same with TLS from the first octet (RFC 8314 §3.2). */
export const imaps: Service = { ...imap, name: 'imaps', port: 993, transport: 'implicit' }

const open =
  (access: AccessSpec): OpenService =>
  (net, { host, connection, peer }) => {
    const server: ImapHost = {
      ...hostDefaults,
      name: host.name,
      personality: access.personality,
      accounts: accountsOf(net.spec, access.domains),
      plaintextLogin: access.plaintextLogin ?? 'refused',
      quotas: access.quotas ?? 'fixed',
    }
    return runEngine({
      start: openSession(server, peer, net.mailboxes.store, net.clock.now()),
      step,
      note: (command) => imapCommand(command, connection),
      // RFC 9051 §7.1.5
      farewell: () => goodbye('* BYE The server is shutting down\r\n'),
      lockOut: () => goodbye('* BYE Too many failed logins\r\n'),
      numbering: imapNumbering,
      isBusy: ({ phase }: Turn['session']) => phase === 'securing',
    })
  }
