import { expect, test } from 'vitest'
import { hostDefaults, type SmtpHost } from './host.ts'
import { readMailbox } from '../wire/paths.ts'
import { destinationOf } from './routing.ts'

const host: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org', 'Bücher.example'],
  mailboxes: ['bob@example.org', '"eve adams"@example.org', 'bob@bücher.example'],
  relayFrom: ['192.0.2.1', '198.51.100.0/24', '2001:db8::/32', '203.0.113.0/33', 'nonsense', '/8'],
}

test.each([
  ['bob@example.org', '203.0.113.1', 'local'],
  ['BOB@EXAMPLE.ORG', '203.0.113.1', 'local'],
  ['"eve adams"@example.org', '203.0.113.1', 'local'],
  ['bob@xn--bcher-kva.example', '203.0.113.1', 'local'],
  ['Postmaster@bücher.example', '203.0.113.1', 'local'],
  ['carol@example.org', '203.0.113.1', 'unknown'],
  ['carol@example.org', '192.0.2.1', 'unknown'],
  ['bob@mx.example.org', '203.0.113.1', 'denied'],
  ['bob@example.com', '203.0.113.1', 'denied'],
  ['bob@example.com', '192.0.2.1', 'relayed'],
  ['bob@example.com', '::ffff:192.0.2.1', 'relayed'],
  ['bob@example.com', '192.0.2.2', 'denied'],
  ['bob@example.com', '198.51.100.255', 'relayed'],
  ['bob@example.com', '198.51.101.0', 'denied'],
  ['bob@example.com', '2001:db8:1::1', 'relayed'],
  ['bob@example.com', '2001:db9::1', 'denied'],
  ['bob@example.com', 'somewhere', 'denied'],
])('mail for %s from %s: %s', (address, from, expected) => {
  const read = readMailbox(address, 0)
  const asking = { host, peer: { address: from }, user: undefined }
  expect(read.ok && destinationOf(asking, read.mailbox)).toBe(expected)
})

test('a client that has logged in may write to any host', () => {
  const read = readMailbox('bob@example.com', 0)
  const user = { login: 'carol', password: '' }
  const asking = { host, peer: { address: '203.0.113.1' }, user }
  expect(read.ok && destinationOf(asking, read.mailbox)).toBe('relayed')
})
