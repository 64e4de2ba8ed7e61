import { openSession, step, type Turn } from '../../protocols/pop3/server/engine.ts'
import { hostDefaults, type Pop3Host } from '../../protocols/pop3/server/host.ts'
import type { Internet } from '../internet.ts'
import type { AccessSpec } from '../spec.ts'
import { accountsOf } from './accounts.ts'
import { pop3Numbering } from './numbering.ts'
import { goodbye, runEngine } from './run-engine.ts'
import type { Opened, Served } from './service.ts'

/** Opens a session of POP3 at a host. */
export function openPop3(
  access: AccessSpec,
  net: Internet,
  { host, connection, peer }: Served,
): Opened {
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
