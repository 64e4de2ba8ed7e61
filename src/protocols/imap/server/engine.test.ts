import { describe, expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type ImapHost } from './host.ts'
import { AUTOLOGOUT, LOGIN_TIMEOUT } from '../limits.ts'
import type { Effect, ImapSession, SessionInput } from './session.ts'

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

const mailText = 'From: alice@example.net\r\nSubject: Hi\r\n\r\nText\r\n'

function storeWith(count: number): MailStore {
  const store = createMemoryStore()
  const messages = Array.from({ length: count }, () => ({
    bytes: latin1(mailText),
    internalDate: 0,
  }))
  store.open('bob').mailbox('INBOX')!.append(messages)
  return store
}

const sent = (effects: readonly Effect[]): string =>
  fromLatin1(
    concatBytes(effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))),
  )

/** A client that keeps what it receives. */
function connect(store: MailStore, on: ImapHost = host) {
  const opened = openSession(on, { address: '192.0.2.1', nonce: 'n0nce' }, store, 0)
  let session: ImapSession = opened.session
  const give = (input: SessionInput): Effect[] => {
    const turn = step(session, input)
    session = turn.session
    return [...turn.effects]
  }
  const bytes = (text: string): Effect[] => give({ type: 'bytes', bytes: latin1(text) })
  return {
    greeting: sent(opened.effects),
    give,
    bytes,
    /** Sends lines; gives the lines of the answer. */
    responses: (...lines: readonly string[]): string[] =>
      sent(bytes(lines.map((line) => `${line}\r\n`).join('')))
        .split('\r\n')
        .slice(0, -1),
    phase: () => session.phase,
  }
}

function loggedIn(store: MailStore, on: ImapHost = host) {
  const client = connect(store, on)
  client.responses('a LOGIN bob secret')
  return client
}

test('the greeting lists what the server offers', () =>
  expect(connect(storeWith(0)).greeting).toMatch(/^\* OK \[CAPABILITY IMAP4rev1 IMAP4rev2 .*\] /))

describe('before login', () => {
  test.each([
    ['', '* BAD An empty line is no command. Write a tag and a command: a NOOP'],
    ['a', 'a BAD A command belongs behind the tag: a NOOP'],
    ['NOOP', '* BAD A command begins with a tag of your choice: a1 NOOP'],
    ['a FROB', 'a BAD I do not know `FROB`. CAPABILITY lists what I can do'],
    ['a SELECT INBOX', 'a BAD Log in before SELECT: LOGIN or AUTHENTICATE'],
    [
      'a LOGIN bob wrong',
      'a NO [AUTHENTICATIONFAILED] That name and that password do not belong together',
    ],
    [
      'a LOGIN nobody secret',
      'a NO [AUTHENTICATIONFAILED] That name and that password do not belong together',
    ],
    ['a NOOP', 'a OK NOOP completed'],
  ])('%s → %s', (line, received) =>
    expect(connect(storeWith(0)).responses(line)).toEqual([received]),
  )

  test('LOGIN is refused without TLS where the host wants TLS', () => {
    const client = connect(storeWith(0), { ...host, plaintextLogin: 'refused' })
    expect(client.greeting).toContain('LOGINDISABLED')
    expect(client.greeting).not.toContain('AUTH=PLAIN')
    expect(client.responses('a LOGIN bob secret')[0]).toMatch(/^a NO \[PRIVACYREQUIRED\] /)
  })

  test('what comes between STARTTLS and TLS is forgotten', () => {
    const client = connect(storeWith(0))
    const effects = client.bytes('a STARTTLS\r\nb LOGIN bob secret\r\n')
    expect(effects.map(({ type }) => type)).toEqual(['send', 'command', 'startTls'])
    expect(client.bytes('c NOOP\r\n')).toEqual([])
    client.give({ type: 'secured', tls: { version: 'TLSv1.3', cipher: 'x' } })
    expect(client.responses('d CAPABILITY')[0]).not.toContain('STARTTLS')
    expect(client.phase()).toBe('notAuthenticated')
  })

  test('the third bad command ends a Dovecot session', () => {
    const client = connect(storeWith(0), { ...host, personality: 'dovecot' })
    expect(client.responses('a frob', 'b frob', 'c frob', 'd NOOP')).toEqual([
      'a BAD Error in IMAP command received by server.',
      'b BAD Error in IMAP command received by server.',
      '* BYE Too many invalid IMAP commands.',
    ])
    expect(client.phase()).toBe('closed')
  })
})

describe('literals', () => {
  test('the server asks for one, and takes the rest of the line behind it', () => {
    const client = connect(storeWith(0))
    expect(client.responses('a LOGIN {3}')).toEqual(['+ Send 3 octets'])
    expect(client.bytes('bob')).toEqual([])
    expect(client.responses(' {6}')).toEqual(['+ Send 6 octets'])
    expect(client.responses('secret')[0]).toMatch(/^a OK \[CAPABILITY/)
  })

  test('what is too large is refused before the +', () => {
    const client = loggedIn(storeWith(0))
    expect(client.responses('a APPEND INBOX {1000000000}')[0]).toMatch(/^a NO \[TOOBIG\] /)
    expect(client.responses('b NOOP')).toEqual(['b OK NOOP completed'])
  })

  test('what is too large, and follows, is dropped with the rest of its command', () => {
    const client = loggedIn(storeWith(0))
    expect(client.responses('a CREATE {70000+}')[0]).toMatch(/^a BAD \[TOOBIG\] /)
    expect(client.bytes('b NOOP\r\n'.repeat(8750))).toEqual([])
    expect(client.responses('', 'c NOOP')).toEqual(['c OK NOOP completed'])
  })

  test('a flood ends the session', () => {
    const client = loggedIn(storeWith(0))
    expect(client.responses('a APPEND INBOX {1000000000+}')[1]).toMatch(/^\* BYE \[TOOBIG\] /)
    expect(client.phase()).toBe('closed')
  })

  test('LITERAL- has an end at 4096 octets', () => {
    const client = loggedIn(storeWith(0), { ...host, literals: 'LITERAL-' })
    expect(client.responses('a APPEND INBOX {4097+}')[0]).toMatch(/^a BAD \[TOOBIG\] /)
  })

  test('a missing mailbox is refused before the message is sent', () => {
    const client = loggedIn(storeWith(0))
    expect(client.responses('a APPEND Nope {5}')[0]).toMatch(/^a NO \[TRYCREATE\] /)
  })
})

describe('two sessions', () => {
  test('numbers change only with a report to the client', () => {
    const store = storeWith(3)
    const [here, there] = [loggedIn(store), loggedIn(store)]
    here.responses('a SELECT INBOX')
    there.responses('a SELECT INBOX')
    there.responses('b STORE 1 +FLAGS.SILENT (\\Deleted)')
    expect(there.responses('c EXPUNGE')).toContain('* 1 EXPUNGE')
    expect(here.responses('d FETCH 2 UID')).toEqual(['* 2 FETCH (UID 2)', 'd OK FETCH completed'])
    expect(here.responses('e FETCH 1 UID')[0]).toMatch(/^e NO \[EXPUNGEISSUED\] /)
    expect(here.responses('f NOOP')).toEqual(['* 1 EXPUNGE', 'f OK NOOP completed'])
    expect(here.responses('g FETCH 1 UID')).toEqual(['* 1 FETCH (UID 2)', 'g OK FETCH completed'])
  })

  test('an idling client learns of a change at once', () => {
    const store = storeWith(1)
    const client = loggedIn(store)
    client.responses('a SELECT INBOX')
    expect(client.responses('b IDLE')).toEqual(['+ I tell you what happens. DONE ends it'])
    store
      .account('bob')!
      .mailbox('INBOX')!
      .append([{ bytes: latin1(mailText), internalDate: 0 }])
    expect(sent(client.give({ type: 'changed' }))).toBe('* 2 EXISTS\r\n* 2 RECENT\r\n')
    expect(client.responses('DONE')).toEqual(['b OK IDLE ended'])
  })

  test('flags that another session set are reported', () => {
    const store = storeWith(2)
    const [here, there] = [loggedIn(store), loggedIn(store)]
    here.responses('a SELECT INBOX')
    there.responses('a SELECT INBOX', 'b STORE 2 +FLAGS (\\Flagged)')
    expect(here.responses('c NOOP')).toEqual([
      '* 2 FETCH (FLAGS (\\Flagged \\Recent))',
      'c OK NOOP completed',
    ])
  })
})

describe('time', () => {
  test.each([
    ['before login', [], LOGIN_TIMEOUT],
    ['after login', ['a LOGIN bob secret'], AUTOLOGOUT],
  ])('%s silence ends', (_, lines, limit) => {
    const client = connect(storeWith(0))
    client.responses(...lines)
    expect(client.give({ type: 'tick', now: limit - 1 })).toEqual([])
    expect(sent(client.give({ type: 'tick', now: limit }))).toMatch(/^\* BYE /)
    expect(client.phase()).toBe('closed')
  })
})

test('10,000 commands in one piece are all answered', () => {
  const client = loggedIn(storeWith(0))
  const lines = Array.from({ length: 10_000 }, (_, at) => `a${at} NOOP`)
  expect(client.responses(...lines)).toEqual(
    lines.map((line) => line.replace('NOOP', 'OK NOOP completed')),
  )
})
