import { expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { encodeBase64 } from '../../core/base64.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import type { HostSpec } from '../../world/spec.ts'
import { mailLogOf } from './mail-log.ts'

const host = { name: 'mail.example.org' } as HostSpec
const base64 = (text: string): string => encodeBase64(latin1(text))

/** What a host logs of one login, given as commands with their replies. */
function logOf(port: number, ...commands: [verb: string, argument: string, status: string][]) {
  const about = { connection: 1, at: 0 }
  const opened = {
    ...about,
    type: 'opened',
    to: host.name,
    port,
    from: 'laptop',
    fromAddress: '192.0.2.7',
  }
  const events = commands.map(([verb, argument, status]) => ({
    ...{ ...about, type: 'command', verb, argument, status, text: '' },
    protocol: port === 110 ? 'pop3' : 'imap',
  }))
  return mailLogOf([opened, ...events] as unknown as WorldEvent[], host).map((line) =>
    line.replace(/^.*?dovecot: \S+ /, ''),
  )
}

test.each([
  [
    'USER and PASS',
    110,
    [
      ['USER', 'ann', '+OK'],
      ['PASS', 'x', '+OK'],
    ],
    'ann',
    'PLAIN',
  ],
  ['LOGIN', 143, [['LOGIN', '"ann" x', 'OK']], 'ann', 'PLAIN'],
  ['APOP', 110, [['APOP', 'ann c4c9334bac560ecc979e58001b3e22fb', '+OK']], 'ann', 'APOP'],
  ['AUTH PLAIN at once', 110, [['AUTH', `PLAIN ${base64('\0ann\0x')}`, '+OK']], 'ann', 'PLAIN'],
  [
    'AUTH PLAIN asked for',
    110,
    [
      ['AUTH', 'plain', '+'],
      ['AUTH', base64('\0ann\0x'), '+OK'],
    ],
    'ann',
    'PLAIN',
  ],
  [
    'CRAM-MD5',
    143,
    [
      ['AUTHENTICATE', 'CRAM-MD5', '+'],
      ['AUTHENTICATE', base64('ann b913a602'), 'OK'],
    ],
    'ann',
    'CRAM-MD5',
  ],
  [
    'LOGIN of SASL',
    143,
    [
      ['AUTHENTICATE', 'LOGIN', '+'],
      ['AUTHENTICATE', base64('ann'), '+'],
      ['AUTHENTICATE', base64('x'), 'OK'],
    ],
    'ann',
    'LOGIN',
  ],
  [
    'SCRAM',
    143,
    [
      ['AUTHENTICATE', `SCRAM-SHA-256 ${base64('n,,n=ann,r=abc')}`, '+'],
      ['AUTHENTICATE', base64('c=biws,r=abcd,p=q'), 'OK'],
    ],
    'ann',
    'SCRAM-SHA-256',
  ],
  [
    'a bearer token',
    143,
    [['AUTHENTICATE', `XOAUTH2 ${base64('user=ann\u0001auth=Bearer t\u0001\u0001')}`, 'OK']],
    'ann',
    'XOAUTH2',
  ],
] as const)('%s names the user in the log', (_, port, commands, user, method) => {
  const lines = logOf(port, ...(commands as unknown as [string, string, string][]))
  expect(lines).toEqual([`Login: user=<${user}>, method=${method}, rip=192.0.2.7`])
})

test('a failed exchange is not remembered for the next', () => {
  const lines = logOf(
    110,
    ['AUTH', `PLAIN ${base64('\0bob\0x')}`, '-ERR'],
    ['AUTH', 'PLAIN not*base64', '-ERR'],
    ['AUTH', `CRAM-MD5`, '+'],
    ['AUTH', base64('ann b913a602'), '+OK'],
  )
  expect(lines.map((line) => /user=<[^>]*>, method=[^,]*/.exec(line)?.[0])).toEqual([
    'user=<bob>, method=PLAIN',
    'user=<>, method=PLAIN',
    'user=<ann>, method=CRAM-MD5',
  ])
})
