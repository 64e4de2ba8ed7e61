import { execFile, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Certificate } from '../../../src/bridge/net/certificate.ts'
import { freePorts, untilListening, type RealServer } from './real-server.ts'

const run = promisify(execFile)

export interface RealDovecot extends RealServer {
  /** The socket at which Postfix asks about logins. */
  readonly auth: string
}

/**
 * Starts a Dovecot of its own, with its defaults, in a temporary folder and on loopback ports.
 * @returns `undefined` where it is not installed, or may not run: it wants to be root.
 */
export async function startDovecot({
  key,
  certificate,
}: Certificate): Promise<RealDovecot | undefined> {
  const version = await run('dovecot', ['--version']).catch(() => undefined)
  if (!version || process.getuid?.() !== 0) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'))
  const [imap = 0, pop3 = 0] = await freePorts(2)
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'mail'))
  await run('chown', ['mail:mail', join(folder, 'mail')])
  await writeFile(join(folder, 'users'), USERS)
  await writeFile(join(folder, 'chain.pem'), key + certificate, { mode: 0o600 })
  await writeFile(join(folder, 'dovecot.conf'), await configuration(folder, { imap, pop3 }))
  // It keeps what it is given as output open, so it gets nothing.
  spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' })
  await untilListening(imap)
  return {
    version: /^\S+/.exec(version.stdout)?.[0] ?? '',
    ports: { imap, pop3 },
    auth: join(folder, 'auth'),
    async stop() {
      await run('doveadm', ['-c', join(folder, 'dovecot.conf'), 'stop']).catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The mailboxes that a user of our world has from the start. */
const SPECIAL = ['Drafts', 'Junk', 'Sent', 'Trash']

const specialMailbox = (name: string): string =>
  `  mailbox ${name} {\n    special_use = \\${name}\n    auto = subscribe\n  }\n`

const USERS = ['alice', 'bob', 'carol']
  .map((user) => `${user}@example.org:{PLAIN}secret::::::\n`)
  .join('')

/** What a site sets for itself; all else is the default. Failed logins are answered at once, for speed. */
async function configuration(
  folder: string,
  { imap, pop3 }: { readonly imap: number; readonly pop3: number },
): Promise<string> {
  const { stdout: id } = await run('id', ['-u', 'mail'])
  return [
    'protocols = imap pop3',
    'listen = 127.0.0.1',
    `base_dir = ${folder}/run`,
    `state_dir = ${folder}/state`,
    `log_path = ${folder}/log`,
    `mail_location = maildir:${folder}/mail/%u`,
    'ssl = yes',
    `ssl_cert = <${folder}/chain.pem`,
    `ssl_key = <${folder}/chain.pem`,
    'disable_plaintext_auth = no',
    'auth_mechanisms = scram-sha-256 scram-sha-1 cram-md5 plain login apop',
    'auth_failure_delay = 0',
    `first_valid_uid = ${id.trim()}`,
    `passdb {\n  driver = passwd-file\n  args = ${folder}/users\n}`,
    'userdb {\n  driver = static\n  args = uid=mail gid=mail home=/nonexistent\n}',
    `namespace inbox {\n  inbox = yes\n  separator = /\n${SPECIAL.map(specialMailbox).join('')}}`,
    `service imap-login {\n  inet_listener imap {\n    port = ${imap}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    `service pop3-login {\n  inet_listener pop3 {\n    port = ${pop3}\n  }\n  inet_listener pop3s {\n    port = 0\n  }\n}`,
    `service auth {\n  unix_listener ${folder}/auth {\n    mode = 0666\n  }\n}`,
    'service anvil {\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}',
    'service stats {\n  client_limit = 1000\n}',
    '',
  ].join('\n')
}
