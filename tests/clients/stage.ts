import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { latin1, utf8 } from '../../src/core/bytes.ts'
import { startBridge, type Bridge } from '../../src/bridge/serve/start-bridge.ts'
import { DEFAULT_PORTS } from '../../src/bridge/serve/ports.ts'
import { sandboxWorld } from '../../src/world/sandbox.ts'
import type { WorldSpec } from '../../src/world/spec.ts'

/** Where a client plays: a bridge, a mailbox of its own, and a folder that is gone afterwards. */
export interface Stage {
  readonly bridge: Bridge
  readonly folder: string
  /** PEM of the bridge's certificate. */
  readonly certificate: string
  readonly user: string
  readonly password: string
  /** The port on this machine of a service of mail.example.org. */
  port(service: string): number
  /** Octets of the messages in one of the user's mailboxes, oldest first. */
  stored(mailbox?: string): readonly Uint8Array[]
  /** Puts messages into a mailbox of the user, as if they had arrived. */
  put(messages: readonly Uint8Array[], mailbox?: string): void
  close(): Promise<void>
}

const HOST = 'mail.example.org'
const PASSWORD = 'Friday, at noon?'

/** The sandbox with one host that offers everything, and allows passwords in the clear. */
function clientWorld(user: string): WorldSpec {
  const domains = ['example.org']
  return {
    ...sandboxWorld,
    hosts: sandboxWorld.hosts.map((host) =>
      host.name === HOST
        ? {
            ...host,
            smtp: { ...host.smtp!, authenticates: false, tls: 'offered' },
            submission: { personality: 'teaching', domains, maxSize: 10_485_760 },
            lmtp: { personality: 'teaching', domains, maxSize: 10_485_760 },
            imap: { personality: 'dovecot', domains, plaintextLogin: 'allowed' },
            pop3: { personality: 'dovecot', domains, plaintextLogin: 'allowed' },
          }
        : host,
    ),
    mailboxes: [{ address: user, password: PASSWORD }],
  }
}

export async function openStage(name: string): Promise<Stage> {
  const user = `${name}@example.org`
  const folder = mkdtempSync(join(tmpdir(), `helo-${name}-`))
  const bridge = await startBridge({
    spec: clientWorld(user),
    listen: ['127.0.0.1'],
    ports: Object.fromEntries(Object.keys(DEFAULT_PORTS).map((service) => [service, 0])),
    caller: { name: 'desk.example.org', address: '192.0.2.7' },
    now: () => Date.now(),
  })
  const certificate = join(folder, 'certificate.pem')
  writeFileSync(certificate, bridge.certificate)
  const mailbox = (named: string) => bridge.world.store.account(user)!.mailbox(named)!
  return {
    ...{ bridge, folder, certificate, user, password: PASSWORD },
    port(service) {
      const found = bridge.ports.find((one) => one.service === service && one.host === HOST)
      if (!found) throw new Error(`${HOST} offers no ${service}.`)
      return found.port
    },
    stored: (named = 'INBOX') => mailbox(named).messages.map(({ bytes }) => bytes),
    put(messages, named = 'INBOX') {
      const internalDate = bridge.world.clock.now()
      mailbox(named).append(messages.map((bytes) => ({ bytes, internalDate })))
    },
    async close() {
      await bridge.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Messages that break in programs careless with octets: dots, spaces, long lines, 8 bits. */
export const messages: readonly Uint8Array[] = [
  message('plain', 'Hello.'),
  message('dots', '.\r\n..\r\n...three\r\nin the.middle\r\n. and a space'),
  message('spaces', 'trailing  \r\n\r\n\r\n   leading\r\n\ttab\t'),
  message('long', 'x'.repeat(900)),
  message('eight bits', 'Grüße aus Köln – ☃', 'Content-Transfer-Encoding: 8bit\r\n'),
  message('like commands', 'QUIT\r\nRSET\r\na1 LOGOUT\r\n+OK\r\n* BYE\r\n{10}\r\nFrom the start'),
]

function message(subject: string, body: string, more = ''): Uint8Array {
  const head =
    `From: Ann <ann@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: ${subject}\r\n` +
    `Date: Mon, 01 Jun 2026 10:00:00 +0000\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@example.org>\r\n` +
    'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n'
  return utf8(`${head}${more}\r\n${body}\r\n`)
}

/** The message with LF in place of each CRLF. */
export const withBareLf = (octets: Uint8Array): Uint8Array =>
  latin1(Buffer.from(octets).toString('latin1').replaceAll('\r\n', '\n'))
