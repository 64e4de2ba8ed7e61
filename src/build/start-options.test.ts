import { expect, test } from 'vitest'
import { parseStartOptions } from './start-options.ts'

const usual = { port: 4173, host: '127.0.0.1', source: 'fresh' }

test.each([
  ['', usual],
  ['--port 8080', { ...usual, port: 8080 }],
  ['--port=0 --no-build', { ...usual, port: 0, source: 'built' }],
  ['--host ::1', { ...usual, host: '::1' }],
  ['--help', 'help'],
  ['--port 65536', 'A port is a number from 0 to 65535, not "65536".'],
  ['--port web', 'A port is a number from 0 to 65535, not "web".'],
])('npm start -- %s', (typed, heard) =>
  expect(parseStartOptions(typed.split(' ').filter(Boolean))).toEqual(heard),
)

test('an unknown option is named', () => expect(parseStartOptions(['--prot'])).toContain('--prot'))
