import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromLatin1, concatBytes, latin1, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { commands } from '../commands/index.ts'
import { openSession, step, type Turn } from '../server/engine.ts'
import { hostDefaults, type Pop3Host } from '../server/host.ts'
import { dovecot } from './dovecot.ts'
import { personalities } from './index.ts'
import { teaching } from './teaching.ts'

/** Stands for every sentence that a parser or a hint brings along. */
const SENTENCE = 'Write it otherwise'

const command = { ...commands[0]!, syntax: SENTENCE, about: SENTENCE }

const facts = {
  ...{ host: 'mail.example.org', login: 'bob', because: SENTENCE, hint: SENTENCE, command },
  ...{ typed: 'x', argument: 'x', offered: ['PLAIN'], seconds: 5, capabilities: ['TOP'] },
  ...{ languages: ['en x'], tag: 'en', count: 1, octets: 10, number: 1, id: '1', limit: 255 },
  ...{ lines: [] as never, message: latin1('x\r\n'), deleted: 1, left: 1 },
  ...{ isLoggedIn: true, response: 'later' as const },
}

const occasions = Object.keys(teaching.replies) as (keyof typeof teaching.replies)[]
const others = Object.keys(personalities).filter((name) => name !== 'teaching')

/** Replies of numbers alone are the same everywhere (RFC 1939 §5). */
const isFigures = (text: string): boolean => /^[\d ]*$/.test(text)

describe('a sentence of the teaching personality is its own', () => {
  test.each(occasions)('%s has a reply in each other personality', (occasion) => {
    const taught = teaching.replies[occasion](facts).text
    for (const name of others) {
      const said = personalities[name as 'dovecot'].replies[occasion](facts).text
      if (!isFigures(taught)) expect(said).not.toBe(taught)
      expect(said).not.toContain(SENTENCE)
    }
    if (!isFigures(taught)) expect(dovecot.replies[occasion]).toBeTypeOf('function')
  })
})

/** The sentences in the sources that learners read. */
const sentences = ['teaching.ts', '../server/suggest.ts', '../server/message-number.ts']
  .map((file) => readFileSync(`src/protocols/pop3/personalities/${file}`, 'utf8'))
  .flatMap((source) => [...source.matchAll(/(['`])((?:(?!\1)[^\\$\n]|\\.)*)/g)])
  .map(([, , text]) => text!.replaceAll(/\\(.)/g, '$1'))
  .filter((text) => /^[A-Z`].* .* /.test(text))

const behind = [
  '',
  ' ',
  '  x',
  ' x',
  ' 1',
  ' 0',
  ' 9',
  ' 1 x',
  ' 1 0',
  ' 1 0 x',
  ' x 0',
  ' =',
  ' !!!',
]

const attempts = [
  ...['', 'FROB', 'HELO x', 'LOGIN', 'FETCH', '\x07', 'x'.repeat(300), 'AUTH PLAIN AA==', 'é'],
  ...commands.flatMap(({ verb }) => behind.map((argument) => `${verb}${argument}`)),
  ...['AUTH FROB', 'AUTH PLAIN\r\n*', 'AUTH PLAIN\r\n!!!', 'AUTH PLAIN\r\nAA==', 'PASS x'],
  ...['DELE 1\r\nDELE 1', 'DELE 1\r\nRETR 1', 'USER bob\r\nPASS x', `APOP bob ${'0'.repeat(32)}`],
]

describe.each(others)('nothing that %s sends is a sentence for learners', (name) => {
  const host: Pop3Host = {
    ...hostDefaults,
    name: 'mail.example.org',
    personality: name as 'dovecot',
    plainText: 'allowed',
    accounts: [{ login: 'bob', password: 'secret' }],
  }

  /** What comes back after the lines that a client says first. */
  function heardAfter(first: string, typed: string, on: Partial<Pop3Host>): string {
    const store = createMemoryStore()
    store
      .open('bob')
      .mailbox('INBOX')!
      .append([{ bytes: utf8('A: b\r\n\r\nc\r\n'), internalDate: 0 }])
    const peer = { address: '192.0.2.1', nonce: 'n0nce' }
    let turn: Turn = openSession({ ...host, ...on }, peer, { store })
    let heard = ''
    for (const text of [first, `${typed}\r\n`]) {
      turn = step(turn.session, { type: 'bytes', bytes: utf8(text) })
      const sent = turn.effects.flatMap((it) => (it.type === 'send' ? [it.bytes] : []))
      heard = fromLatin1(concatBytes(sent))
    }
    return heard
  }

  test.each([
    ['before the login', '', {}],
    ['after USER', 'USER bob\r\n', {}],
    ['after the login', 'USER bob\r\nPASS secret\r\n', {}],
    ['where passwords need TLS', '', { plainText: 'refused' }],
    ['without STLS and APOP', '', { stls: 'absent', apop: 'absent' }],
    ['where the maildrop is out of reach', 'USER bob\r\n', { maildrops: 'unavailable' }],
    ['where one refusal is too many', '', { maxErrors: 1 }],
  ] as const)('%s', (_, first, on) => {
    expect(sentences.length).toBeGreaterThan(30)
    for (const typed of attempts) {
      const heard = heardAfter(first, typed, on)
      expect([typed, sentences.filter((sentence) => heard.includes(sentence))]).toEqual([typed, []])
      expect([typed, /`|Write [A-Z]/.test(heard)]).toEqual([typed, false])
    }
  })
})
