import { openSession, step, type Turn } from '../../protocols/pop3/server/engine.ts'
import { hostDefaults, type Pop3Host } from '../../protocols/pop3/server/host.ts'
import type { AccessSpec } from '../spec.ts'
import { accountsOf } from './accounts.ts'
import { pop3Numbering } from './numbering.ts'
import { goodbye, runEngine } from './run-engine.ts'
import type { OpenService, Service } from './service.ts'

/**
 * Mail is fetched, and then as a rule gone from the server (RFC 1939). A maildrop does not change
 * while a session has it (§4), so that no session follows what happens to mail.
 */
export const pop3: Service = {
  name: 'pop3',
  port: 110,
  transport: 'plain',
  offeredBy: (host) => host.pop3 && open(host.pop3),
}

/** The same with TLS from the first octet (RFC 8314 §3.1). */
export const pop3s: Service = { ...pop3, name: 'pop3s', port: 995, transport: 'implicit' }

const open =
  (access: AccessSpec): OpenService =>
  (net, { host, connection, peer }) => {
    const server: Pop3Host = {
      ...hostDefaults,
      name: host.name,
      personality: access.personality,
      accounts: accountsOf(net.spec, access.domains),
      plainText: access.plaintextLogin ?? 'refused',
    }
    return runEngine({
      start: openSession(server, peer, { store: net.mailboxes.store, now: net.clock.now() }),
      step: (session: Turn['session'], input) =>
        input.type === 'changed' ? { session, effects: [] } : step(session, input),
      note: (command) => ({ ...command, protocol: 'pop3', connection }),
      // Nothing that was marked is deleted without QUIT (RFC 1939 §6).
      farewell: () => goodbye(''),
      lockOut: () => goodbye(''),
      numbering: pop3Numbering,
      isBusy: ({ phase }: Turn['session']) => phase === 'securing',
    })
  }
