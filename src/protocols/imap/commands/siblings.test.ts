import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../core/bytes.ts'
import { encodeMailboxName } from '../data/utf7.ts'
import { COMMAND_LINE, SMALL_LITERAL, STRING_LITERAL } from '../limits.ts'
import { loggedInClient, storeOf, TestClient } from '../testing/client.ts'

const mail = 'From: alice@example.net\r\nSubject: Hi\r\n\r\nText\r\n'

const octets = (text: string): number => utf8(text).length

/** What one command allows, the commands beside it allow. */
describe('a mailbox name with `&` or letters beyond ASCII is taken', () => {
  const commands: readonly ((name: string) => string)[] = [
    (name) => `SELECT ${name}`,
    (name) => `EXAMINE ${name}`,
    (name) => `STATUS ${name} (MESSAGES)`,
    (name) => `SUBSCRIBE ${name}`,
    (name) => `UNSUBSCRIBE ${name}`,
    (name) => `APPEND ${name} {${mail.length}+}\r\n${mail}`,
    (name) => `COPY 1 ${name}`,
    (name) => `UID COPY 1 ${name}`,
    (name) => `MOVE 1 ${name}`,
    (name) => `UID MOVE 1 ${name}`,
    (name) => `GETQUOTAROOT ${name}`,
    (name) => `RENAME ${name} Other`,
    (name) => `RENAME Work/New ${name.replace(/"$/, '2"')}`,
    (name) => `DELETE ${name}`,
    (name) => `CREATE ${name.replace(/"$/, '/Inside"')}`,
    (name) => `LIST "" ${name}`,
    (name) => `LIST "" (${name} INBOX) RETURN (SUBSCRIBED)`,
    (name) => `LIST ${name} ""`,
    (name) => `LSUB "" ${name}`,
  ]
  const names = ['R&D', '&', 'a&', 'a&-b', '&AOQ-', 'Größe', 'ä&ö', '日本語', '😀']
  const quoted = (text: string): string => `"${text}"`
  const literal = (text: string): string => `{${octets(text)}+}\r\n${text}`

  function clientWith(name: string, ...first: readonly string[]) {
    const store = storeOf(mail)
    const account = store.open('bob')
    account.create(name)
    account.create('Work/New')
    account.setSubscription(name, 'subscribed')
    return loggedInClient(store, {}, ...first, 'x SELECT INBOX')
  }

  describe.each(names)('%s', (name) => {
    test.each(commands.map((command) => [command('"x"'), command] as const))(
      'in %s, encoded',
      (_, command) => {
        const written = encodeMailboxName(name)
        expect(
          clientWith(name)
            .say(`a ${command(quoted(written))}`)
            .at(-1),
        ).toMatch(/^a OK/)
      },
    )

    test.each(commands.map((command) => [command('"x"'), command] as const))(
      'in %s, as UTF-8',
      (_, command) => {
        const client = clientWith(name, 'x ENABLE UTF8=ACCEPT')
        expect(client.say(`a ${command(quoted(name))}`).at(-1)).toMatch(/^a OK/)
      },
    )

    test('as a literal', () => {
      const encoded = literal(encodeMailboxName(name))
      expect(clientWith(name).say(`a STATUS ${encoded} (MESSAGES)`).at(-1)).toMatch(/^a OK/)
      const client = clientWith(name, 'x ENABLE UTF8=ACCEPT')
      expect(client.say(`a STATUS ${literal(name)} (MESSAGES)`).at(-1)).toMatch(/^a OK/)
    })
  })

  test.each(['R&D', 'a&b', '&', '&AOQ', '&AGE-', '&U,BTFw-&ZeVnLIqe-'])(
    'what is no modified UTF-7 is refused alike by all commands that need a mailbox: %s',
    (written) => {
      const client = clientWith('R&D')
      for (const command of commands.filter((one) => !/^L/.test(one('x')))) {
        const lines = client.say(`a ${command(`"${written}"`).replace('2"', '"')}`)
        expect(lines.at(-1)).toMatch(
          /^a NO \[CANNOT\] That name is not modified UTF-7: write `&-` for `&`$/,
        )
      }
    },
  )

  test.each([
    ['""', 'R&*', ['R&-D']],
    ['""', '"*&*"', ['R&-D', '&ANY-&-D']],
    ['""', '&%', []],
    ['""', 'R&D', ['R&-D']],
    ['""', 'R&-%', ['R&-D']],
    ['""', '&ANY-*', ['&ANY-&-D']],
    ['R&', '%', ['R&-D']],
    ['R&', '-D', ['R&-D']],
    ['&AN', 'Y-*', ['&ANY-&-D']],
    ['""', '&AN*', []],
  ])('a pattern may cut through an encoded character: LIST %s %s', (reference, pattern, found) => {
    const client = clientWith('R&D', 'x CREATE &ANY-&-D', 'x SUBSCRIBE &ANY-&-D')
    const namesIn = (lines: readonly string[]): string[] =>
      lines.slice(0, -1).map((line) => line.replace(/^.* /, ''))
    expect(namesIn(client.say(`a LIST ${reference} ${pattern}`)).toSorted()).toEqual(
      found.toSorted(),
    )
    expect(namesIn(client.say(`a LSUB ${reference} ${pattern}`)).toSorted()).toEqual(
      found.toSorted(),
    )
  })
})

describe('COPY and MOVE take the same mailboxes', () => {
  const client = () =>
    loggedInClient(storeOf(mail, mail), {}, 'x CREATE Work', 'x CREATE a/b', 'x SELECT INBOX')

  test.each(['COPY', 'MOVE', 'UID COPY', 'UID MOVE'])('%s', (verb) => {
    const status = (target: string): string =>
      client().say(`a ${verb} 1 ${target}`).at(-1)!.split(' ').slice(1, 3).join(' ')
    expect(status('Work')).toMatch(/^OK/)
    // RFC 6851 §3.3: the mailbox that is selected, where COPY allows it.
    expect(status('INBOX')).toMatch(/^OK/)
    expect(status('inbox')).toMatch(/^OK/)
    expect(status('a/b')).toMatch(/^OK/)
    expect(status('a')).toBe('NO [TRYCREATE]')
    expect(status('Nowhere')).toBe('NO [TRYCREATE]')
  })

  test('a message that moves within its mailbox has a new number and a new UID', () => {
    const moving = client()
    expect(moving.say('a MOVE 1 INBOX')).toEqual([
      '* OK [COPYUID 1 1 3] There they are now',
      '* 1 EXPUNGE',
      '* 2 EXISTS',
      '* 2 RECENT',
      'a OK MOVE completed',
    ])
    expect(moving.say('b UID SEARCH ALL')[0]).toBe('* SEARCH 2 3')
  })
})

describe('limits are the same before the login and after it, and leave room for each extension', () => {
  const before = (host = {}) => new TestClient(storeOf(), host)
  const after = (host = {}) => loggedInClient(storeOf(), host)
  const both = [
    ['before', before],
    ['after', after],
  ] as const

  // RFC 2971 §3.3: up to 30 fields of 30 octets with values of 1024.
  const pairs = (value: (text: string) => string) =>
    Array.from(
      { length: 30 },
      (_, at) => `"${`f${at}`.padEnd(30, 'x')}" ${value('v'.repeat(1024))}`,
    )

  test.each(both)('%s the login an ID of the greatest size is taken', (_, client) => {
    expect(
      client()
        .say(`a ID (${pairs((text) => `"${text}"`).join(' ')})`)
        .at(-1),
    ).toMatch(/^a OK/)
    const escaped = pairs((text) => `"${text.replaceAll('v', '\\"')}"`)
    expect(
      client()
        .say(`a ID (${escaped.join(' ')})`)
        .at(-1),
    ).toMatch(/^a OK/)
    const literals = pairs((text) => `{${text.length}+}\r\n${text}`)
    expect(
      client()
        .say(`a ID (${literals.join(' ')})`)
        .at(-1),
    ).toMatch(/^a OK/)
  })

  test.each(both)('%s the login a line has as many octets', (_, client) => {
    const noop = (length: number): string => `a NOOP ${'x'.repeat(length - 7)}`
    expect(client().say(noop(COMMAND_LINE)).at(-1)).toMatch(/^a BAD Nothing more belongs here/)
    expect(
      client()
        .say(noop(COMMAND_LINE + 1))
        .at(-1),
    ).toMatch(/^a BAD That line is too long/)
  })

  test.each([
    ['before', before, 'LOGIN bob'],
    ['after', after, 'SELECT'],
  ] as const)('%s the login literals are held to LITERAL+ and LITERAL-', (_, client, start) => {
    const say = (literals: 'LITERAL+' | 'LITERAL-', size: number): string =>
      client({ literals })
        .say(`a ${start} {${size}+}\r\n${'x'.repeat(size)}`)
        .at(-1)!
    const tooLarge = /^a BAD \[TOOBIG\]/
    expect(say('LITERAL-', SMALL_LITERAL)).not.toMatch(tooLarge)
    expect(say('LITERAL-', SMALL_LITERAL + 1)).toMatch(tooLarge)
    expect(say('LITERAL+', SMALL_LITERAL + 1)).not.toMatch(tooLarge)
    expect(say('LITERAL+', STRING_LITERAL)).not.toMatch(tooLarge)
    expect(say('LITERAL+', STRING_LITERAL + 1)).toMatch(tooLarge)
    const asked = client({ literals: 'LITERAL-' }).say(`a ${start} {${STRING_LITERAL}}`)
    expect(asked).toEqual([`+ Send ${STRING_LITERAL} octets`])
  })

  test.each([100, 8192, 12_000, 12_284, 12_288, 12_292, 20_000])(
    'a response of %i octets fares alike beside AUTHENTICATE and on its own line',
    (length) => {
      const response = 'AAAA'.repeat(length / 4)
      const beside = before().say(`a AUTHENTICATE PLAIN ${response}`).at(-1)
      const alone = before()
      alone.say('a AUTHENTICATE PLAIN')
      expect(alone.say(response).at(-1)).toBe(beside)
      expect(beside).toMatch(length > 12_288 ? /too long/ : /^a (?:NO|BAD) (?!That line)/)
    },
  )

  test('messages that one APPEND brings are held to the limit one by one', () => {
    const maxMessage = 100
    const client = after({ maxMessage })
    const message = 'x'.repeat(maxMessage)
    const appended = (...messages: readonly string[]): string =>
      client
        .say(`a APPEND INBOX ${messages.map((text) => `{${text.length}+}\r\n${text}`).join(' ')}`)
        .at(-1)!
    expect(appended(message)).toMatch(/^a OK \[APPENDUID/)
    expect(appended(message, message, message)).toMatch(/^a OK \[APPENDUID/)
    expect(appended(message, `${message}x`)).toMatch(/^a NO \[TOOBIG\] .* 100 octets/)
  })
})
