import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainTranscript } from './plain-transcript.ts'
import { readTranscript } from './read-transcript.ts'
import { verbsOf } from './protocol-of.ts'
import { loadSpoken } from './load-spoken.ts'

const read = (text: string) => readTranscript({ text })

/** Each line with what is odd of it. */
const odd = async (text: string): Promise<string[]> =>
  (await read(text)).steps.flatMap(({ text: line, oddity }) =>
    oddity ? [`${line}: ${oddity.kind}${oddity.says ? ` (${oddity.says})` : ''}`] : [],
  )

/** What was written by the engines themselves, with all that can go wrong. */
const goldenIn = (protocol: string) =>
  readdirSync(`tests/transcripts/${protocol}`).map((name) => ({
    name,
    text: readFileSync(`tests/transcripts/${protocol}/${name}`, 'utf8'),
  }))

describe.each(['smtp', 'imap', 'pop3'] as const)('golden sessions of %s', (protocol) => {
  // Escapes stand for octets there, and `starts:` for lines that are not written down.
  // What is sent before TLS is dropped, and reads like what counts.
  const golden = goldenIn(protocol).filter(
    ({ name, text }) =>
      !/\\x|\\\n|# starts: |# tls: |\$ other/.test(text) && !/before-tls/.test(name),
  )

  const all = Promise.all(golden.map(async (one) => ({ ...one, ...(await read(one.text)) })))

  test('each is read as what it is, without a problem', async () => {
    const strange = (await all).filter(
      ({ problems, connections }) =>
        problems.length || connections.some((one) => one.protocol !== protocol),
    )
    expect(strange.map(({ name }) => name)).toEqual([])
  })

  test('a line is marked only where the server refused it', async () => {
    const wrong = (await all).flatMap(({ name, text, steps }) => {
      const isStrict = text.includes('host: teaching') || !text.includes('host: ')
      return steps.flatMap(({ text: line, oddity }) =>
        isStrict && oddity?.wasTaken !== false && oddity
          ? [`${name}: ${line} (${oddity.says})`]
          : [],
      )
    })
    expect(wrong).toEqual([])
  })

  test('every command that is allowed has a card', async () => {
    const bare = (await all).flatMap(({ name, steps }) =>
      steps.flatMap(({ text: line, role, card, oddity }) =>
        role === 'command' && !card && !oddity ? [`${name}: ${line}`] : [],
      ),
    )
    expect(bare).toEqual([])
  })

  test('no answer of a server is odd', async () => {
    const wrong = (await all).flatMap(({ name, steps }) =>
      steps.flatMap(({ kind, text: line, oddity }) =>
        kind === 'server' && oddity ? [`${name}: ${line} ${oddity.kind}`] : [],
      ),
    )
    expect(wrong).toEqual([])
  })
})

test('a whole session, line by line', async () => {
  const { connections, steps } = await read(
    [
      ...['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250-mx.example.org'],
      ...['S: 250 SIZE 1000', 'C: MAIL FROM:<alice@example.net>', 'S: 250 2.1.0 Ok'],
      ...['C: RCPT TO:<bob@example.org>', 'S: 550 5.1.1 Who?', 'C: DATA', 'S: 503 5.5.1 No'],
      ...['# He gives up.', 'C: QUIT', 'S: 221 Bye'],
    ].join('\n'),
  )
  expect(connections).toMatchObject([{ name: '', protocol: 'smtp' }])
  expect(
    steps.map(({ role, phase, card, detail, oddity }) =>
      [role, phase, card?.title, detail?.title, oddity?.kind].filter(Boolean).join(' '),
    ),
  ).toEqual([
    ...['greeting connected 220', 'command connected EHLO', 'more connected 250'],
    ...['reply greeted SIZE 250', 'command greeted MAIL', 'reply has a sender 250 2.1.0'],
    ...['command has a sender RCPT', 'reply has a sender 550 5.1.1'],
    ...['command has a sender DATA out-of-place', 'reply has a sender 503 5.5.1', ''],
    ...['command has a sender QUIT', 'reply closed 221'],
  ])
})

describe('a line that its protocol does not allow there', () => {
  test.each([
    ['S: 220 a\nC: MAIL FROM:<a@example.net>', 'MAIL FROM:<a@example.net>: out-of-place'],
    [
      'S: 220 a\nC: EHLO b\nS: 250 a\nC: RCPT TO:<a@example.net>\nS: 250 ok',
      'RCPT TO:<a@example.net>: out-of-place',
    ],
    [
      'C: EHLO b\nS: 250 a\nC: MAIL FROM: alice@example.net\nS: 250 ok',
      'MAIL FROM: alice@example.net: syntax',
    ],
    ['S: 220 a\nC: HELLO b\nS: 500 what', 'HELLO b: unknown'],
    ['S: 220 a\nC: EHLO b\nS: 354 ok', '354 ok: other-code'],
    ['S: 220 a\nC: EHLO b\nS: 250-a\nS: 251 c', '251 c: mixed-codes'],
    ['S: 220 a\nC: EHLO b\nS: ok', 'ok: no-code'],
    ['S: * OK hi\nC: a FETCH 1 FLAGS\nS: a BAD no', 'a FETCH 1 FLAGS: out-of-place'],
    ['S: * OK hi\nC: a LOGIN b c\nS: b OK in', 'b OK in: unasked'],
    ['S: +OK hi\nC: RETR 1\nS: -ERR no', 'RETR 1: out-of-place'],
    ['S: +OK hi\nC: USER a\nS: +OK\nC: PASS b\nS: +OK\nC: RETR one\nS: -ERR', 'RETR one: syntax'],
    ['S: 220 a\nC: QUIT\nS: 221 bye\nC: NOOP', 'NOOP: out-of-place'],
  ])('%j', async (text, found) => {
    const all = await odd(text)
    expect(all).toHaveLength(1)
    expect(all[0]).toContain(found)
  })

  test.each([
    'C: MAIL FROM:<a@example.net>\nS: 250 ok\nC: RCPT TO:<b@example.org>\nS: 250 ok',
    'C: a FETCH 1:3 FLAGS\nS: * 1 FETCH (FLAGS ())\nS: a OK done',
    'S: 220 a\n...\nC: RCPT TO:<b@example.org>\nS: 250 ok\nC: DATA\nS: 354 go',
    'S: 220 a\nC: EHLO b\nS: 250-a\nS: 250 XCLIENT NAME\nC: XCLIENT NAME=a\nS: 220 a',
    'C: a SELECT INBOX\nS: * 100000 EXISTS\nS: a OK in\nC: b FETCH 99999 FLAGS\nS: b OK',
    'C: RCPT TO:<b@example.org>\nC: DATA\nC: Subject: x\nC:\nC: EHLO is no command here\nC: .\nC: QUIT',
  ])('%j is fine', async (text) => expect(await odd(text)).toEqual([]))

  test('points at the place, and says what is allowed, and whether it was taken', async () => {
    const { steps } = await read('C: EHLO b\nS: 250 a\nC: MAIL FROM:<alice@\nS: 250 fine')
    const { text, oddity } = steps[2]!
    expect(oddity).toMatchObject({ kind: 'syntax', wasTaken: true, source: { rfc: 5321 } })
    expect(oddity!.allowed).toContain('MAIL')
    expect(text.slice(oddity!.at!.from, oddity!.at!.to)).not.toBe('')
  })
})

describe('lines without a mark', () => {
  const shown = async (text: string) =>
    (await read(text)).steps.map(({ text: line, role }) => `${role} ${line}`)

  test('are lines of their own in a message and in an answer, and else the rest of a line', async () => {
    expect(
      await shown(
        'S: 250-a\n   250 b\nC: DATA\nS: 354 go\nC: From: a\n   To: b\n\n   Hi\n   .\nS: 250 ok',
      ),
    ).toEqual([
      ...['more 250-a', 'greeting 250 b', 'command DATA', 'reply 354 go', 'message From: a'],
      ...['message To: b', 'message ', 'message Hi', 'end .', 'reply 250 ok'],
    ])
    expect(await shown('S: * OK hi\nS: * FLAGS (\\Seen\n      \\Draft)')).toEqual([
      'greeting * OK hi',
      'data * FLAGS (\\Seen \\Draft)',
    ])
  })
})

test('several connections, each with its protocol', async () => {
  const { connections, steps } = await read(
    '== alice ==\nS: 220 a\nC: QUIT\nS: 221 b\n== bob ==\nS: +OK POP3\nC: QUIT\nS: +OK\n',
  )
  expect(connections.map(({ name, protocol }) => `${name} ${protocol}`)).toEqual([
    'alice smtp',
    'bob pop3',
  ])
  expect(steps.map(({ connection }) => connection)).toEqual([-1, 0, 0, 0, -1, 1, 1, 1])
})

test('a client that connects again is another connection', async () => {
  const { connections } = await read('S: 220 a\nC: QUIT\nS: 221 b\nS: 220 a\nC: NOOP\nS: 250 ok')
  expect(connections).toHaveLength(2)
})

test('what is spoken may be given, and is a problem where it cannot be told', async () => {
  expect((await read('C: QUIT')).problems.map(({ kind }) => kind)).toEqual(['no-protocol'])
  const { problems } = await readTranscript({ text: 'C: QUIT', protocol: 'pop3' })
  expect(problems).toEqual([])
})

test('the lines are there before anything is fetched', () => {
  const { steps, connections } = plainTranscript('S: 220 a\n# b\nC: QUIT')
  expect(steps.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'server 220 a',
    'note # b',
    'client QUIT',
  ])
  expect(connections).toEqual([{ name: '', stations: [] }])
})

test('every verb by which a protocol is recognized is one of it', async () => {
  const protocols = await loadSpoken(['smtp', 'imap', 'pop3'])
  for (const [protocol, { commandNamed }] of protocols)
    for (const verb of verbsOf(protocol))
      expect([verb, commandNamed(verb) !== undefined]).toEqual([verb, true])
})
