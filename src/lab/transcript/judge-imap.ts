import { utf8 } from '../../core/bytes.ts'
import { openSession, step, type ImapSession } from '../../protocols/imap/server/engine.ts'
import { hostDefaults } from '../../protocols/imap/server/host.ts'
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

const engine = (messages: number, store = storeFor(messages)): Engine<ImapSession> => ({
  protocol: 'imap',
  open: () =>
    openSession(
      { ...hostDefaults, name: 'imap.example.org', plaintextLogin: 'allowed', accounts: ACCOUNTS },
      { ...PEER, nonce: 'x' },
      store,
      0,
    ),
  send(session, octets) {
    const turn = step(session, { type: 'bytes', bytes: utf8(octets) })
    return turn.session.phase === 'securing'
      ? { ...turn, session: step(turn.session, { type: 'secured', tls: TLS }).session }
      : turn
  },
  wayTo: (phase) =>
    ['x LOGIN alice secret', 'y SELECT INBOX'].slice(
      0,
      Math.max(0, ['notAuthenticated', 'authenticated', 'selected'].indexOf(phase)),
    ),
})

/** The server of IMAP. @param commands All that the client sends. */
export const imapJudge = (first: string, commands: readonly Exchange[]): Judge =>
  new MailboxJudge(engine(messagesIn(commands)), first)
