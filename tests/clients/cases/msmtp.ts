import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { arrived } from '../same.ts'
import { messages, withBareLf, type Stage } from '../stage.ts'

async function send(stage: Stage, service: string, words: readonly string[]): Promise<void> {
  for (const [at, message] of messages.entries()) {
    await exec(
      'msmtp',
      [
        ...['--host=localhost', `--port=${stage.port(service)}`],
        ...[`--from=${stage.user}`, '--tls=on', `--tls-trust-file=${stage.certificate}`],
        ...[
          '--add-missing-from-header=off',
          '--add-missing-date-header=off',
          '--set-date-header=off',
        ],
        ...[...words, '--', stage.user],
      ],
      // As a mail program hands it over: with the line ends of Unix.
      { input: withBareLf(message) },
    )
    arrived(`message ${at}`, stage.stored()[at], message)
  }
}

const login = (stage: Stage, mechanism: string): string[] => [
  `--auth=${mechanism}`,
  `--user=${stage.user}`,
  `--passwordeval=printf %s '${stage.password}'`,
]

const msmtp = (what: string, run: ClientCase['run']): ClientCase => ({
  ...{ client: 'msmtp', what, run },
  programs: ['msmtp'],
})

export const msmtpCases: readonly ClientCase[] = [
  msmtp('STARTTLS', (stage) => send(stage, 'smtp', ['--tls-starttls=on', '--auth=off'])),
  ...['scram-sha-256', 'scram-sha-1', 'cram-md5', 'plain', 'login'].map((mechanism) =>
    msmtp(`STARTTLS, AUTH ${mechanism}`, (stage) =>
      send(stage, 'submission', ['--tls-starttls=on', ...login(stage, mechanism)]),
    ),
  ),
  msmtp('TLS first, AUTH scram-sha-256', (stage) =>
    send(stage, 'submissions', ['--tls-starttls=off', ...login(stage, 'scram-sha-256')]),
  ),
]
