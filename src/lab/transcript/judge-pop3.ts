import { utf8 } from '../../core/bytes.ts'
import { openSession, step, type Pop3Session } from '../../protocols/pop3/server/engine.ts'
import { hostDefaults } from '../../protocols/pop3/server/host.ts'
import type { Exchange } from './exchange.ts'
import type { Judge } from './judge.ts'
import {
  ACCOUNTS,
  MailboxJudge,
  messagesIn,
  PEER,
  storeFor,
  TLS,
  type Engine,
} from './judge-mailbox.ts'

/** A session has the maildrop to itself, so each gets one of its own. */
const engine = (messages: number): Engine<Pop3Session> => ({
  protocol: 'pop3',
  open: () =>
    openSession(
      { ...hostDefaults, name: 'pop.example.org', plainText: 'allowed', accounts: ACCOUNTS },
      PEER,
      { store: storeFor(messages) },
    ),
  send(session, octets) {
    const turn = step(session, { type: 'bytes', bytes: utf8(octets) })
    return turn.session.phase === 'securing'
      ? { ...turn, session: step(turn.session, { type: 'secured', tls: TLS }).session }
      : turn
  },
  wayTo: (phase) =>
    ['USER alice', 'PASS secret'].slice(
      0,
      Math.max(0, ['authorization', 'user', 'transaction'].indexOf(phase)),
    ),
})

/** The server of POP3. @param commands All that the client sends. */
export const pop3Judge = (first: string, commands: readonly Exchange[]): Judge =>
  new MailboxJudge(engine(messagesIn(commands)), first)
