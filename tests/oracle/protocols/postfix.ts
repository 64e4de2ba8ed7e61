import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Certificate } from '../../../src/bridge/net/certificate.ts'
import { freePorts, untilListening, type RealServer } from './real-server.ts'

const run = promisify(execFile)

/** Where it asks about logins, and what it shows under TLS. */
export interface PostfixSetting {
  /** The socket of Dovecot's authentication; without it there is no submission port. */
  readonly auth?: string | undefined
  readonly certificate: Certificate
}

/**
 * Starts a Postfix of its own, with its defaults, in a temporary folder and on loopback ports.
 * @returns `undefined` where it is not installed, or may not run: its master wants to be root.
 */
export async function startPostfix(setting: PostfixSetting): Promise<RealServer | undefined> {
  const version = await run('postconf', ['-h', 'mail_version']).catch(() => undefined)
  if (!version || process.getuid?.() !== 0) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'postfix-'))
  const etc = join(folder, 'etc')
  const [smtp = 0, submission = 0] = await freePorts(2)
  const ports = { smtp, ...(setting.auth !== undefined && { submission }) }
  await layOut(folder, ports, setting)
  await run('postfix', ['-c', etc, 'start'])
  await untilListening(smtp)
  return {
    version: version.stdout.trim(),
    ports,
    async stop() {
      await run('postfix', ['-c', etc, 'stop']).catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function layOut(
  folder: string,
  ports: Readonly<Record<string, number>>,
  { auth, certificate }: PostfixSetting,
): Promise<void> {
  await chmod(folder, 0o755)
  for (const name of ['etc', 'spool', 'data']) await mkdir(join(folder, name))
  await run('chown', ['postfix', join(folder, 'data')])
  await writeFile(join(folder, 'etc/main.cf'), mainCf(folder, auth))
  await writeFile(join(folder, 'etc/master.cf'), masterCf(ports))
  await writeFile(join(folder, 'etc/chain.pem'), certificate.key + certificate.certificate, {
    mode: 0o600,
  })
}

/** What a site sets for itself; all else is the default. Errors are answered at once, for speed. */
const mainCf = (folder: string, auth: string | undefined): string =>
  [
    'compatibility_level = 3.6',
    `queue_directory = ${folder}/spool`,
    `data_directory = ${folder}/data`,
    'command_directory = /usr/sbin',
    'daemon_directory = /usr/lib/postfix/sbin',
    'shlib_directory = /usr/lib/postfix',
    'setgid_group = postdrop',
    `maillog_file = ${folder}/log`,
    `maillog_file_prefixes = ${folder}`,
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'myhostname = mx.example.org',
    'myorigin = example.org',
    'mydestination = example.org',
    'mynetworks = 192.0.2.0/24',
    'alias_maps =',
    'local_recipient_maps = inline:{ alice=x, bob=x, carol=x }',
    'local_transport = discard:',
    'default_transport = discard:',
    'smtpd_error_sleep_time = 0',
    `smtpd_tls_chain_files = ${folder}/etc/chain.pem`,
    'smtpd_sasl_type = dovecot',
    ...(auth === undefined ? [] : [`smtpd_sasl_path = ${auth}`]),
    '',
  ].join('\n')

/** The submission port as the comments of Postfix's own `master.cf` have it, TLS by choice. */
const SUBMISSION = [
  'smtpd_tls_security_level=may',
  'smtpd_sasl_auth_enable=yes',
  'smtpd_tls_auth_only=yes',
  'smtpd_relay_restrictions=permit_sasl_authenticated,reject',
  'smtpd_recipient_restrictions=',
]

const masterCf = ({ smtp, submission }: Readonly<Record<string, number>>): string =>
  [
    `127.0.0.1:${smtp} inet n - n - - smtpd`,
    ...(submission === undefined
      ? []
      : [
          `127.0.0.1:${submission} inet n - n - - smtpd`,
          ...SUBMISSION.map((option) => `  -o ${option}`),
        ]),
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n')
