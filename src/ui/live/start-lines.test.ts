import { expect, test } from 'vitest'
import { startLines } from './start-lines.ts'

const port = { service: 'smtp', host: 'mail.example.org', stands: 25, port: 2525 } as const

test('with SMTP there is a line that sends, and lines to speak by hand', () =>
  expect(
    startLines({
      ports: [{ ...port, transport: 'plain' }],
      tries: [{ service: 'smtp', what: 'Send a message', kind: 'line', text: 'swaks --to a@b' }],
    }).map(({ text }) => text),
  ).toEqual([
    'swaks --to a@b',
    'openssl s_client -quiet -crlf -starttls smtp -connect 127.0.0.1:2525',
    'nc -C 127.0.0.1 2525',
  ]))

test('without SMTP there is none', () => expect(startLines({ ports: [], tries: [] })).toEqual([]))
