import { describe, expect, test, vi } from 'vitest'
import { fromUtf8, utf8 } from '../../core/bytes.ts'
import type { Connection } from '../../world/world.ts'
import type { CommandContext } from '../command.ts'
import { Conversation } from './conversation.ts'
import { ConnectionInbox, OpenLine } from './open.ts'
import { TlsRequest } from './tls-request.ts'

describe('an inbox', () => {
  test('keeps what comes for its listener, in order', () => {
    const inbox = new ConnectionInbox()
    inbox.received(utf8('220 hello'))
    inbox.closed()
    expect(inbox.kept).toHaveLength(2)
    const calls: string[] = []
    inbox.deliverTo({
      received: (bytes) => void calls.push(fromUtf8(bytes)),
      closed: () => void calls.push('closed'),
    })
    inbox.received(utf8('more'))
    expect([calls, inbox.kept]).toEqual([['220 hello', 'closed', 'more'], []])
  })

  test('that was closed keeps and delivers nothing', () => {
    const inbox = new ConnectionInbox()
    inbox.isOpen = false
    inbox.received(utf8('220'))
    expect(inbox.kept).toEqual([])
  })
})

describe('a request for TLS', () => {
  function openRequest(protocol: string) {
    const sent: string[] = []
    const outcome: string[] = []
    const request = new TlsRequest(
      { send: (bytes) => void sent.push(fromUtf8(bytes)) },
      protocol,
      'desk.example.org',
      {
        ready: (transcript) => void outcome.push(`ready ${transcript.length}`),
        refused: (transcript) => void outcome.push(`refused ${transcript.length}`),
      },
    )
    return { request, sent, outcome }
  }

  test('goes through the dialogue of its protocol', () => {
    const { request, sent, outcome } = openRequest('smtp')
    request.received(utf8('220 hel'))
    expect(request.sent).toBe(0)
    request.received(utf8('lo\r\n'))
    request.received(utf8('250-mx\r\n250 STARTTLS\r\n'))
    request.received(utf8('220 go\r\n'))
    request.startTls()
    request.closed()
    expect(sent).toEqual(['EHLO desk.example.org\r\n', 'STARTTLS\r\n'])
    expect([request.state, request.sent, outcome]).toEqual(['ready', 2, ['ready 41']])
  })

  test.each(['-ERR no\r\n', ''])('is refused by %j and a close, once', (answer) => {
    const { request, outcome } = openRequest('pop3')
    request.received(utf8(answer))
    request.closed()
    expect([request.state, outcome]).toEqual(['refused', [`refused ${answer.length}`]])
  })
})

describe('a conversation', () => {
  function openConversation() {
    const printed: string[] = []
    const print = (text: string) => void printed.push(text)
    const context = {
      ...{
        print,
        explain: print,
        note: print,
        isOnScreen: true,
        receive: print,
        endReceived: () => {},
        done: vi.fn(),
      },
    } as unknown as CommandContext
    const sent: string[] = []
    const connection = {
      host: 'mx.example.org',
      send: (bytes: Uint8Array) => void sent.push(fromUtf8(bytes)),
      close: vi.fn(),
    } as unknown as Connection
    const inbox = new ConnectionInbox()
    const line = new OpenLine(connection, 465, inbox)
    const conversation = new Conversation(context, line, { lineEnd: '\r\n', goodbye: 'closed' })
    return { conversation, inbox, sent, printed, context }
  }

  test('sends lines with their end, and pieces without', () => {
    const { conversation, sent } = openConversation()
    conversation.send('QU', 'full')
    conversation.send('IT', 'enter')
    expect(sent).toEqual(['QU', 'IT\r\n'])
  })

  test('ends with the server, and recognizes the alert of a TLS port', () => {
    const { conversation, inbox, printed, context } = openConversation()
    inbox.received(Uint8Array.of(21, 3, 3))
    expect([conversation.first, conversation.isOpen]).toEqual([21, true])
    inbox.closed()
    expect(conversation.isOpen).toBe(false)
    expect(printed.join(' ')).toContain('Port 465 begins with TLS')
    expect(context.done).toHaveBeenCalledOnce()
  })

  test('that was hung up receives nothing more', () => {
    const { conversation, inbox, printed } = openConversation()
    conversation.hangUp()
    inbox.received(utf8('421 late'))
    expect([conversation.isOpen, printed.join('')]).toEqual([false, ''])
  })
})
