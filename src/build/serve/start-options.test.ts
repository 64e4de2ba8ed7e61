import { expect, test } from 'vitest'
import { parseStartOptions } from './start-options.ts'

const usual = {
  ...{ port: 4173, ports: {}, listen: ['127.0.0.1', '::1'] },
  ...{ source: 'fresh', bridge: 'open', zones: 'edited' },
}

test.each([
  ['', usual],
  ['--port 8080', { ...usual, port: 8080 }],
  ['--port=0 --no-build', { ...usual, port: 0, source: 'built' }],
  ['--port 0 --port smtp=25 --port dns=53', { ...usual, port: 0, ports: { smtp: 25, dns: 53 } }],
  ['--port http=80', { ...usual, port: 80 }],
  ['--host ::1', { ...usual, listen: ['::1'] }],
  ['--no-bridge', { ...usual, bridge: 'none' }],
  ['--read-only', { ...usual, zones: 'read' }],
  ['--help', 'help'],
  ['--port 65536', 'A port is a number from 0 to 65535, not "65536".'],
  ['--port web', 'A port is a number from 0 to 65535, not "web".'],
])('npm start -- %s', (typed, options) =>
  expect(parseStartOptions(typed.split(' ').filter(Boolean))).toEqual(options),
)

test('any free port for every service', () =>
  expect(parseStartOptions(['--port', 'all=0'])).toMatchObject({
    port: 0,
    ports: { dns: 0, smtp: 0, imaps: 0 },
  }))

test('an unknown option is named', () => expect(parseStartOptions(['--prot'])).toContain('--prot'))

test('an unknown service is named, and those that there are', () =>
  expect(parseStartOptions(['--port', 'ftp=21'])).toMatch(/"ftp=21".* smtp, /))
