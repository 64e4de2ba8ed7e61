import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { loggedInClient, storeOf, TestClient } from '../testing/client.ts'
import { dovecot } from './dovecot.ts'
import { personalities } from './index.ts'
import { teaching } from './teaching.ts'

/** Stands for every sentence that a parser or a hint brings along. */
const SENTENCE = 'Write it otherwise'

const command = { ...commands[0]!, syntax: SENTENCE, about: SENTENCE }

const facts = {
  ...{ host: { name: 'imap.example.org' }, command, because: SENTENCE, hint: SENTENCE },
  ...{ login: 'bob', mechanism: 'X', mechanisms: ['PLAIN'], size: 1, typed: 'x', limit: 1 },
  ...{ phase: 'selected', name: 'Work', messages: 1, access: 'read-write', number: 1 },
  ...{ problem: 'empty', attribute: '\\X', charset: 'x', url: 'x', root: 'x', resource: 'x' },
  ...{ argument: 'x', isLoggedIn: true, extension: 'QRESYNC', enabled: 'no' },
} as never

const occasions = Object.keys(teaching.words) as (keyof typeof teaching.words)[]
const others = Object.keys(personalities).filter((name) => name !== 'teaching')

describe('a sentence of the teaching personality is its own', () => {
  test.each(occasions)('%s has words in each other personality', (occasion) => {
    expect(dovecot.words[occasion]).toBeTypeOf('function')
    const taught = teaching.words[occasion](facts)
    for (const name of others) {
      const said = personalities[name as keyof typeof personalities].words[occasion](facts)
      expect(said).not.toBe(taught)
      expect(said).not.toContain(SENTENCE)
    }
  })

  test('no other file of replies is the default', () =>
    expect(others.filter((name) => !(name in { dovecot }))).toEqual([]))
})

/** The words of the sources in which sentences for learners stand. */
const sentences = ['teaching.ts', '../server/suggest.ts', ...parsers()]
  .map((file) => readFileSync(`src/protocols/imap/personalities/${file}`, 'utf8'))
  .flatMap((source) => [...source.matchAll(/(['`])((?:(?!\1)[^\\$\n]|\\.)*)/g)])
  .map(([, , text]) => text!.replaceAll(/\\(.)/g, '$1'))
  .filter((text) => /^[A-Z`].* .* /.test(text))

function parsers(): string[] {
  const folder = 'src/protocols/imap'
  return ['wire', 'fetch', 'search', 'list', 'append', 'commands'].flatMap((room) =>
    readdirSync(`${folder}/${room}`)
      .filter((file) => /(?<!\.test)\.ts$/.test(file))
      .map((file) => `../${room}/${file}`),
  )
}

/** What clients get wrong, in each state and each way that the parsers know. */
const attempts = [
  ...['', 'a', 'NOOP', '* NOOP', '+ x', 'a FROB', 'a HELO x', 'a QUIT', 'a UID', 'a UID FROB'],
  ...commands.flatMap(({ verb }) =>
    ['', ' ', '  x', ' x', ' 1', ' "', ' (', ' ()', ' (x', ' 0 x', ' 1 x', ' 1 (x)', ' 1 BODY[x]']
      .concat([
        ' INBOX',
        ' INBOX (x)',
        ' INBOX "x"',
        ' "&"',
        ' a//b',
        ' "%"',
        ' INBOX (\\X) {1+}\r\nx',
      ])
      .concat([
        ' CHARSET x ALL',
        ' (DATE) x ALL',
        ' REFERENCES x ALL',
        ' RETURN (x) ALL',
        ' FROM "é"',
      ])
      .concat([' 1 (CHANGEDSINCE 1 VANISHED)', ' INBOX (QRESYNC (1 1))', ' (RECURSIVEMATCH) "" *'])
      .concat([
        ' 9 FLAGS',
        ' 1 +FLAGS (\\X)',
        ' 1 Nope',
        ' Nope Nope',
        ' INBOX {99999999}',
        ' "x" ()',
      ])
      .map((argument) => `a ${verb}${argument}`),
  ),
].filter((typed) => !/^a (?:LOGOUT|IDLE|STARTTLS)/.test(typed))

describe.each(others)('nothing that %s sends is a sentence for learners', (name) => {
  const personality = name as 'dovecot'
  const mail = 'From: alice@example.net\r\nSubject: Hi\r\n\r\nText\r\n'
  const states = {
    'before the login': () => new TestClient(storeOf(mail), { personality }),
    'after it': () => loggedInClient(storeOf(mail), { personality }),
    'with a mailbox': () => loggedInClient(storeOf(mail), { personality }, 'x SELECT INBOX'),
    examined: () => loggedInClient(storeOf(mail), { personality }, 'x EXAMINE INBOX'),
    'with QRESYNC': () =>
      loggedInClient(storeOf(mail), { personality }, 'x ENABLE QRESYNC', 'x SELECT INBOX'),
  }

  test.each(Object.entries(states))('%s', (_, connect) => {
    expect(sentences.length).toBeGreaterThan(80)
    for (const typed of attempts) {
      const heard = connect().say(typed).join('\n')
      expect([typed, sentences.filter((sentence) => heard.includes(sentence))]).toEqual([typed, []])
      expect([typed, /`| belongs here|Write [A-Z]/.test(heard)]).toEqual([typed, false])
    }
  })
})

test('the teaching personality does send them', () => {
  const heard = loggedInClient(storeOf()).say('a FETCH', 'a SEARCH x', 'a HELO').join('\n')
  expect(sentences.filter((sentence) => heard.includes(sentence)).length).toBeGreaterThan(0)
})
