import { concatBytes, fromLatin1, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type ImapHost } from '../server/host.ts'
import type { ImapSession, SessionInput, Turn } from '../server/session.ts'

export const testHost: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

/** A store in which Bob's INBOX has these messages. */
export function storeOf(...messages: readonly string[]): MailStore {
  const store = createMemoryStore()
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.append(messages.map((text) => ({ bytes: utf8(text), internalDate: 0 })))
  return store
}

/** A client of a server, for tests that look at what it receives. */
export class TestClient {
  readonly greeting: readonly string[]
  private session: ImapSession
  private received = ''

  constructor(store: MailStore, host: Partial<ImapHost> = {}) {
    const peer = { address: '192.0.2.1', nonce: 'n0nce' }
    const turn = openSession({ ...testHost, ...host }, peer, store, 0)
    this.session = turn.session
    this.receive(turn)
    this.greeting = this.takeLines()
  }

  get phase(): ImapSession['phase'] {
    return this.session.phase
  }

  /** Sends lines, each with its CRLF, in one piece. @returns The lines that come back. */
  say(...lines: readonly string[]): string[] {
    this.give({ type: 'bytes', bytes: utf8(lines.map((line) => `${line}\r\n`).join('')) })
    return this.takeLines()
  }

  give(input: SessionInput): void {
    this.receive(step(this.session, input))
  }

  private receive({ session, effects }: Turn): void {
    this.session = session
    const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))
    this.received += fromLatin1(concatBytes(sent))
  }

  private takeLines(): string[] {
    const lines = this.received.split('\r\n').slice(0, -1)
    this.received = ''
    return lines
  }
}

/** A client after its login, and after the lines that it says first. */
export function loggedInClient(
  store: MailStore,
  host: Partial<ImapHost> = {},
  ...lines: readonly string[]
): TestClient {
  const client = new TestClient(store, host)
  client.say('x LOGIN bob secret', ...lines)
  return client
}
