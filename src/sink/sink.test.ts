import { describe, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { bundleSink } from '../build/package/bundle-sink.ts'
import { openSink, type SinkMessage, type SinkOptions } from './sink.ts'

const text = new TextDecoder()

/** A sink with what it sent, line by line. */
function opened(options: Partial<SinkOptions> = {}, open = openSink) {
  const sent: string[] = []
  const messages: SinkMessage[] = []
  const sink = open({
    send: (octets) => void sent.push(...text.decode(octets).trimEnd().split('\r\n')),
    message: (message) => void messages.push(message),
    ...options,
  })
  return { sink, sent, messages }
}

const whole = [
  ...['EHLO client.example', 'MAIL FROM:<ann@client.example>', 'RCPT TO:<bob@sink.example>'],
  ...['DATA', 'Subject: Hello', '', '..a dot', '.', ''],
].join('\r\n')

test('takes octets, and gives replies and the message', () => {
  const { sink, sent, messages } = opened()
  sink.receive(whole)
  expect(sent[0]).toMatch(/^220 sink\.example /)
  expect(sent.at(-1)).toMatch(/^250 2\.0\.0 /)
  expect(messages).toMatchObject([
    { from: 'ann@client.example', to: ['bob@sink.example'], helo: 'client.example' },
  ])
  expect(text.decode(messages[0]!.octets)).toBe('Subject: Hello\r\n\r\n.a dot\r\n')
})

test('however the octets are cut', () => {
  const { sink, sent } = opened()
  for (const octet of new TextEncoder().encode(whole)) sink.receive(Uint8Array.of(octet))
  const all = opened()
  all.sink.receive(whole)
  expect(sent).toEqual(all.sent)
})

test('a message may be refused, at once or later, and what is thrown refuses it for now', async () => {
  const refuse = { code: 550, text: 'Not here' }
  const replies = async (message: NonNullable<SinkOptions['message']>) => {
    const { sink, sent } = opened({ message })
    sink.receive(`${whole}NOOP\r\n`)
    await Promise.resolve()
    await Promise.resolve()
    return sent.slice(-2)
  }
  const refused = ['550 5.0.0 Not here', '250 2.0.0 Nothing done, as you asked']
  expect(await replies(() => refuse)).toEqual(refused)
  // The NOOP waited for it.
  expect(await replies(() => Promise.resolve(refuse))).toEqual(refused)
  expect((await replies(() => Promise.reject(new Error('full'))))[0]).toMatch(/^451 4\.3\.0 /)
  const thrown = await replies(() => {
    throw new Error('full')
  })
  expect(thrown[0]).toMatch(/^451 4\.3\.0 /)
  const odd = await replies(() => ({ code: 451, enhanced: 'x', text: 'Not\r\n250 now' }))
  expect(odd).toEqual(['451 4.0.0 250 now', '250 2.0.0 Nothing done, as you asked'])
})

test.each([7, null, 'no', { code: 250, text: 'x' }, { code: 5000, text: 'x' }, { code: 550 }])(
  'what is no refusal accepts: %o',
  (judged) => {
    const { sink, sent } = opened({ message: () => judged as unknown as undefined })
    sink.receive(whole)
    expect(sent.at(-1)).toMatch(/^250 /)
  },
)

test('it hangs up after QUIT and after five silent minutes, and then is silent', () => {
  let closed = 0
  const { sink, sent } = opened({ closed: () => closed++ })
  sink.receive('QUIT\r\n')
  expect([sink.isOpen, closed, sent.at(-1)!.slice(0, 3)]).toEqual([false, 1, '221'])
  const before = sent.length
  sink.receive('NOOP\r\n')
  expect(sent).toHaveLength(before)
  const idle = opened({ closed: () => closed++ })
  idle.sink.tick(0)
  idle.sink.tick(5 * 60_000 + 1)
  expect([idle.sink.isOpen, closed]).toEqual([false, 2])
})

test('where it has domains and mailboxes, others do not receive', () => {
  const { sink, sent } = opened({ domains: ['sink.example'], mailboxes: ['bob@sink.example'] })
  sink.receive('EHLO a.example\r\nMAIL FROM:<>\r\n')
  const said = (to: string) => {
    sink.receive(`RCPT TO:<${to}>\r\n`)
    return sent.at(-1)!.slice(0, 3)
  }
  expect(['bob@sink.example', 'eve@sink.example', 'bob@else.example'].map(said)).toEqual([
    ...['250', '550', '554'],
  ])
})

describe('as one small module', () => {
  test('it has no imports, at most 20 KiB, and says the same', async () => {
    const code = await bundleSink(process.cwd())
    expect(code).not.toMatch(/^import |\bimport\(/m)
    expect(gzipSync(code).length).toBeLessThanOrEqual(20 * 1024)
    const built = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      openSink: typeof openSink
    }
    const lines = `${whole}HELP\r\nVRFY bob\r\nAUTH PLAIN AGEAYg==\r\nSTARTTLS\r\nHELLO\r\nRCPT TO bob\r\nMAIL FROM:<a@b> SIZE=9999999999\r\nBDAT 3 LAST\r\nabc\r\nQUIT\r\n`
    const [small, large] = [opened({}, built.openSink), opened()]
    small.sink.receive(lines)
    large.sink.receive(lines)
    expect(small.messages).toEqual(large.messages)
    // What a sink has not, it does not know; all else is word for word the server's.
    const differences = small.sent.flatMap((line, at) => (line === large.sent[at] ? [] : [line]))
    expect(differences).toEqual([
      '500 5.5.2 I do not know `AUTH`. HELP lists what I know',
      '500 5.5.2 I do not know `STARTTLS`. HELP lists what I know',
    ])
  }, 60_000)
})
