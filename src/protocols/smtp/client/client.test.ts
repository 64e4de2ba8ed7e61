import { describe, expect, test } from 'vitest'
import { fromLatin1, fromUtf8, utf8 } from '../../../core/bytes.ts'
import { openClient, stepClient, type ClientJob, type ClientTurn } from './client.ts'
import type { ClientInput, DoneEffect } from './session.ts'

const job: ClientJob = {
  helo: 'client.example.net',
  from: 'alice@example.net',
  to: ['bob@example.org', 'carol@example.org'],
  message: utf8('Subject: x\r\n\r\n.dot\r\n'),
}

/** Feeds a client reply after reply; gives what it sent, and how it ended. */
function talk(replies: readonly (string | ClientInput)[], given: Partial<ClientJob> = {}) {
  const sent: string[] = []
  const results: DoneEffect[] = []
  let closed = false
  let turn: ClientTurn = openClient({ ...job, ...given })
  for (const reply of replies) {
    const input: ClientInput =
      typeof reply === 'string' ? { type: 'bytes', bytes: utf8(`${reply}\r\n`) } : reply
    turn = stepClient(turn.session, input)
    for (const effect of turn.effects) {
      if (effect.type === 'send') sent.push(fromUtf8(effect.bytes))
      else if (effect.type === 'done') results.push(effect)
      else closed = true
    }
  }
  expect(results.length).toBeLessThanOrEqual(1)
  return { sent, result: results[0], closed, session: turn.session }
}

const ehlo = '250-mx.example.org\r\n250-SIZE 1000\r\n250-8bitmime\r\n250 SMTPUTF8'

test('a whole session', () => {
  const { sent, result, closed } = talk([
    '220 mx.example.org',
    ehlo,
    '250 ok',
    '250 ok',
    '250 ok',
    '354 go',
    '250 2.0.0 queued',
    '221 bye',
  ])
  expect(sent).toEqual([
    'EHLO client.example.net\r\n',
    'MAIL FROM:<alice@example.net> SIZE=20\r\n',
    'RCPT TO:<bob@example.org>\r\n',
    'RCPT TO:<carol@example.org>\r\n',
    'DATA\r\n',
    'Subject: x\r\n\r\n..dot\r\n.\r\n',
    'QUIT\r\n',
  ])
  expect(result).toEqual({
    type: 'done',
    outcome: 'sent',
    accepted: ['bob@example.org', 'carol@example.org'],
    refused: [],
    left: [],
    extensions: new Map([
      ['SIZE', '1000'],
      ['8BITMIME', ''],
      ['SMTPUTF8', ''],
    ]),
    reply: { code: 250, enhanced: '2.0.0', lines: ['queued'] },
  })
  expect(closed).toBe(true)
})

test('HELO follows where EHLO is not known; no parameters then', () => {
  const { sent } = talk(['220 x', '502 what?', '250 x', '250 ok'])
  expect(sent.slice(1)).toEqual([
    'HELO client.example.net\r\n',
    'MAIL FROM:<alice@example.net>\r\n',
    'RCPT TO:<bob@example.org>\r\n',
  ])
})

describe('a refusal', () => {
  const upToMail = ['220 x', ehlo]
  const upToRcpt = [...upToMail, '250 ok']
  test.each([
    ['of the connection', ['554 no service'], 'failed', 554],
    ['of the connection for now', ['421 busy'], 'deferred', 421],
    ['of EHLO for now', ['220 x', '451 later'], 'deferred', 451],
    ['of EHLO and HELO', ['220 x', '500 no', '550 no'], 'failed', 550],
    ['of the sender', [...upToMail, '550 5.7.1 no'], 'failed', 550],
    ['of the sender for now', [...upToMail, '451 4.7.1 later'], 'deferred', 451],
    ['of every recipient', [...upToRcpt, '550 no', '551 no'], 'failed', 551],
    [
      'of one recipient for now, and of the other',
      [...upToRcpt, '450 no', '550 no'],
      'deferred',
      550,
    ],
    ['of too many recipients, the old way', [...upToRcpt, '550 no', '552 no'], 'deferred', 552],
    ['of DATA', [...upToRcpt, '250 ok', '250 ok', '554 no'], 'failed', 554],
    [
      'of DATA with a code that means nothing here',
      [...upToRcpt, '250 ok', '250 ok', '250 ok'],
      'failed',
      250,
    ],
    ['of the message', [...upToRcpt, '250 ok', '250 ok', '354 go', '550 spam'], 'failed', 550],
    [
      'of the message for now',
      [...upToRcpt, '250 ok', '250 ok', '354 go', '451 later'],
      'deferred',
      451,
    ],
    ['with an unknown code', [...upToMail, '459 what'], 'deferred', 459],
    ['at any time with 421', [...upToRcpt, '421 shutting down'], 'deferred', 421],
  ])('%s', (_, replies, outcome, code) => {
    const { result, sent } = talk(replies)
    expect(result).toMatchObject({ outcome, accepted: [], reply: { code } })
    expect(sent.at(-1) === 'QUIT\r\n').toBe(code !== 421)
  })

  test('of one recipient lets the other have the message', () => {
    const { result } = talk([
      ...upToRcpt,
      '250 ok',
      '550-5.1.1 who?\r\n550 5.1.1 nobody',
      '354 go',
      '250 ok',
    ])
    expect(result).toMatchObject({
      outcome: 'sent',
      accepted: ['bob@example.org'],
      refused: [
        { recipient: 'carol@example.org', code: 550, enhanced: '5.1.1', text: 'who?\nnobody' },
      ],
    })
  })
})

describe('a broken line', () => {
  test.each([
    ['before the greeting', []],
    ['in the middle', ['220 x', ehlo, '250 ok']],
    ['after the message', ['220 x', ehlo, '250 ok', '250 ok', '250 ok', '354 go']],
  ])('%s is worth another try', (_, replies) => {
    const { result, session } = talk([...replies, { type: 'closed' }])
    expect(result).toMatchObject({ outcome: 'deferred', accepted: [] })
    expect(result?.reply).toBeUndefined()
    expect(session.phase).toBe('closed')
  })

  test('after the result changes nothing', () => {
    const { result } = talk(['554 no', { type: 'closed' }])
    expect(result?.outcome).toBe('failed')
  })

  test('is found out by waiting', () => {
    const tick = (now: number): ClientInput => ({ type: 'tick', now })
    expect(talk(['220 x', tick(0), tick(299_999)]).result).toBeUndefined()
    expect(talk(['220 x', tick(0), tick(300_000)])).toMatchObject({
      closed: true,
      result: { outcome: 'deferred' },
    })
    const toEnd = ['220 x', ehlo, '250 ok', '250 ok', '250 ok', '354 go']
    expect(talk([...toEnd, tick(0), tick(599_999)]).result).toBeUndefined()
    expect(talk([...toEnd, tick(0), tick(600_000)]).result?.outcome).toBe('deferred')
  })
})

describe('what a message needs is asked for, and only where it is offered', () => {
  const eightBit = utf8('Subject: x\r\n\r\nGrüße\r\n')
  const mail = (given: Partial<ClientJob>, offer = ehlo): string =>
    talk(['220 x', offer], given).sent.at(-1)!
  test.each([
    [{}, 'MAIL FROM:<alice@example.net> SIZE=20\r\n'],
    [{ from: '' }, 'MAIL FROM:<> SIZE=20\r\n'],
    [{ message: eightBit }, 'MAIL FROM:<alice@example.net> SIZE=23 BODY=8BITMIME\r\n'],
    [
      { message: utf8('Subject: ü\r\n\r\n') },
      'MAIL FROM:<alice@example.net> SIZE=15 BODY=8BITMIME SMTPUTF8\r\n',
    ],
    [{ to: ['jürgen@example.org'] }, 'MAIL FROM:<alice@example.net> SIZE=20 SMTPUTF8\r\n'],
    [{ parameters: ['RET=HDRS'] }, 'MAIL FROM:<alice@example.net> SIZE=20 RET=HDRS\r\n'],
  ])('%#: %j', (given, expected) => expect(mail(given)).toBe(expected))

  test.each([
    [{ message: eightBit }, '8BITMIME'],
    [{ to: ['jürgen@example.org'] }, 'SMTPUTF8'],
  ])('%#: it fails without %s', (given, keyword) => {
    const { result } = talk(['220 x', '250 mx.example.org'], given)
    expect(result).toMatchObject({ outcome: 'failed', accepted: [] })
    expect(result?.reason).toContain(keyword)
  })
})

describe('nothing in a job becomes a command of its own', () => {
  test.each([
    { from: 'a@b.example>\r\nRCPT TO:<c@d.example' },
    { helo: 'x\r\nMAIL FROM:<>' },
    { parameters: ['SIZE=1\r\nQUIT'] },
  ])('%j', (given) => {
    const { sent, result } = talk(['220 x', ehlo, '250 ok'], given)
    expect(sent.join('')).not.toContain('<c@d')
    expect(
      sent.filter((line) => line.includes('\r\n') && line.indexOf('\r\n') < line.length - 2),
    ).toEqual([])
    expect(result?.outcome).toBe('failed')
  })

  test('a recipient like that is left out, the others are asked for', () => {
    const to = ['x\r\nDATA', 'bob@example.org', 'y\n']
    const { sent, result } = talk(['220 x', ehlo, '250 ok', '250 ok', '354 go', '250 ok'], { to })
    expect(sent[2]).toBe('RCPT TO:<bob@example.org>\r\n')
    expect(result).toMatchObject({
      accepted: ['bob@example.org'],
      refused: [{ code: 501 }, { code: 501 }],
    })
  })
})

test('without recipients nothing is sent', () =>
  expect(talk(['220 x', ehlo, '250 ok'], { to: [] }).result).toMatchObject({ outcome: 'failed' }))

test('a server that speaks something else is left', () => {
  const { result, sent } = talk(['HTTP/1.1 400 Bad Request'])
  expect(result).toMatchObject({ outcome: 'failed' })
  expect(result?.reason).toContain('HTTP/1.1 400')
  expect(sent).toEqual(['QUIT\r\n'])
})

test('replies in one piece are taken one by one, and the octets sent are those of the message', () => {
  const bytes = utf8(
    '220 x\r\n250 x\r\n250 a\r\n250 b\r\n250 c\r\n354 go\r\n250 done\r\n221 bye\r\n',
  )
  const { sent, closed } = talk([{ type: 'bytes', bytes }], { message: new Uint8Array() })
  expect(sent.at(-2)).toBe('.\r\n')
  expect(closed).toBe(true)
  expect(fromLatin1(job.message)).toContain('.dot')
})
