import { openSession, step, type Turn } from '../../protocols/imap/server/engine.ts'
import { hostDefaults, type ImapHost } from '../../protocols/imap/server/host.ts'
import type { Internet } from '../internet.ts'
import type { AccessSpec } from '../spec.ts'
import { accountsOf } from './accounts.ts'
import { imapCommand } from './command-event.ts'
import { imapNumbering } from './numbering.ts'
import { goodbye, runEngine } from './run-engine.ts'
import type { Opened, Served } from './service.ts'

/** Opens a session of IMAP at a host. */
export function openImap(
  access: AccessSpec,
  net: Internet,
  { host, connection, peer }: Served,
): Opened {
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
