import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type ImapHost } from './host.ts'
import type { ImapSession, SessionInput, Turn } from './session.ts'

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

function connect(store: MailStore) {
  let session: ImapSession
  const take = (turn: Turn): string => {
    session = turn.session
    const sent = turn.effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))
    return fromLatin1(concatBytes(sent))
  }
  take(openSession(host, { address: '192.0.2.7', nonce: 'n0nce' }, store, 0))
  const give = (input: SessionInput): string => take(step(session, input))
  return {
    bytes: (bytes: Uint8Array): string => give({ type: 'bytes', bytes }),
    responses: (line: string): string => give({ type: 'bytes', bytes: latin1(`${line}\r\n`) }),
    changed: (): string => give({ type: 'changed' }),
    session: () => session,
  }
}

/** What a client knows of its mailbox from untagged data alone. */
function mirrorOf() {
  const uids: (number | undefined)[] = []
  return {
    uids,
    receive(text: string): void {
      for (const line of text.split('\r\n')) {
        const found = /^\* (\d+) (EXISTS|EXPUNGE|FETCH)(?: \(UID (\d+))?/.exec(line)
        if (!found) continue
        const number = Number(found[1])
        if (found[2] === 'EXISTS') {
          expect(number).toBeGreaterThanOrEqual(uids.length)
          while (uids.length < number) uids.push(undefined)
        } else {
          expect(number).toBeGreaterThan(0)
          expect(number).toBeLessThanOrEqual(uids.length)
          if (found[2] === 'EXPUNGE') uids.splice(number - 1, 1)
          else if (found[3]) {
            expect(uids[number - 1] ?? Number(found[3])).toBe(Number(found[3]))
            uids[number - 1] = Number(found[3])
          }
        }
      }
    },
  }
}

const commands = fc.constantFrom(
  'NOOP',
  'FETCH 1:* UID',
  'UID FETCH 1:* FLAGS',
  'FETCH 1 BODY[]',
  'STORE 1 +FLAGS (\\Deleted)',
  'STORE * +FLAGS.SILENT (\\Deleted)',
  'UID STORE 2:4 -FLAGS (\\Deleted)',
  'UID STORE 1:* +FLAGS ($Work)',
  'EXPUNGE',
  'UID EXPUNGE 3:*',
  'SEARCH ALL',
  'UID SEARCH DELETED',
  'COPY 1 INBOX',
  'MOVE 1 Other',
  'UID MOVE 5:* Other',
  'APPEND INBOX {2+}\r\nhi',
  'SELECT INBOX',
  'EXAMINE INBOX',
  'CHECK',
  'IDLE',
  'UID SEARCH ALL',
  'UID FETCH 2:* (FLAGS)',
  'UID COPY 1:2 Other',
  'CREATE x',
  'FROB',
)

test('each client’s mirror is the server’s view, whatever several sessions do', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 2 }), commands), { maxLength: 40 }), (script) => {
      const store = createMemoryStore({ mailboxes: [{ name: 'Other' }] })
      const inbox = store.open('bob').mailbox('INBOX')!
      inbox.append([1, 2, 3].map(() => ({ bytes: latin1('A: b\r\n\r\nc\r\n'), internalDate: 0 })))
      const clients = [0, 1, 2].map(() => ({ client: connect(store), mirror: mirrorOf() }))
      const idling = new Map<number, string>()
      /** DONE has the reply of IDLE, and no report a second time. */
      const wake = (who: number): void => {
        const tag = idling.get(who)
        if (tag === undefined) return
        idling.delete(who)
        expect(clients[who]!.client.responses('DONE')).toMatch(
          new RegExp(`^${tag} OK [^\\r\\n]*\\r\\n$`),
        )
      }
      /** An idling client learns all at once, expunged messages too (RFC 9051 §6.3.13). */
      const notifyIdlers = (): void => {
        for (const who of idling.keys()) {
          const { client, mirror } = clients[who]!
          mirror.receive(client.changed())
          const session = client.session()
          if (session.phase !== 'idling' || !session.view) continue
          const now = inbox.messages.map(({ uid }) => uid)
          expect(session.view.uids).toEqual(now)
          expect(mirror.uids.length).toBe(now.length)
        }
      }
      const responses = (who: number, tag: string, command: string): void => {
        const { client, mirror } = clients[who]!
        wake(who)
        const received = client.responses(`${tag} ${command}`)
        if (command === 'IDLE' && client.session().phase === 'idling') {
          expect(received).toMatch(/^(?:\* .*\r\n)*\+ .*\r\n$/)
          mirror.receive(received)
          idling.set(who, tag)
          return
        }
        // One tagged reply, at the end.
        expect(received).toMatch(new RegExp(`(^|\\r\\n)${tag} (OK|NO|BAD) [^\\r\\n]*\\r\\n$`))
        expect(received.split('\r\n').filter((line) => line.startsWith(`${tag} `))).toHaveLength(1)
        if (/^(SELECT|EXAMINE)/.test(command)) mirror.uids.length = 0
        if (/^(FETCH|STORE|SEARCH)/.test(command)) expect(received).not.toContain('EXPUNGE\r\n')
        mirror.receive(received)
        const session = client.session()
        if (session.phase !== 'selected') return
        const { uids } = session.view
        expect(mirror.uids.length).toBe(uids.length)
        for (const [at, uid] of mirror.uids.entries()) expect(uid ?? uids[at]).toBe(uids[at])
        expect(uids).toEqual([...new Set(uids)].toSorted((a, b) => a - b))
      }
      for (const who of clients.keys()) {
        responses(who, 'x', 'LOGIN bob secret')
        responses(who, 'y', 'SELECT INBOX')
      }
      for (const [at, [who, command]] of script.entries()) {
        responses(who, `a${at}`, command)
        notifyIdlers()
      }
      for (const [who, { client }] of clients.entries()) {
        responses(who, 'z', 'NOOP')
        const session = client.session()
        // Once all is reported, nothing is lost and nothing is left over.
        if (session.phase === 'selected')
          expect(session.view.uids).toEqual(inbox.messages.map(({ uid }) => uid))
      }
    }),
    { seed: 9051, numRuns: 150 },
  )
})

const noise = fc
  .array(
    fc.oneof(
      commands.map((command) => `a ${command}\r\n`),
      fc.constantFrom('a LOGIN bob secret\r\n', 'a LOGIN {3}\r\n', 'bob {6+}\r\nsecret\r\n'),
      fc.constantFrom(
        '{5+}\r\n',
        '(',
        ')',
        '"',
        '\\',
        '\0',
        '\xff',
        '\r\n',
        '\n',
        ' ',
        '*',
        '$',
        '[]',
      ),
      fc.constantFrom(
        'a IDLE\r\n',
        'DONE\r\n',
        'a AUTHENTICATE PLAIN\r\n',
        '*\r\n',
        'a STARTTLS\r\n',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => latin1(parts.join('')))

test('however any octets are cut, the session is the same', () => {
  fc.assert(
    fc.property(noise, fc.array(fc.nat(), { maxLength: 10 }), (bytes, places) => {
      const whole = connect(createMemoryStore()).bytes(bytes)
      const cuts = [0, ...places.map((at) => at % (bytes.length + 1)), bytes.length]
      const inOrder = cuts.toSorted((a, b) => a - b)
      const client = connect(createMemoryStore())
      const received = inOrder
        .slice(1)
        .map((to, at) => client.bytes(bytes.subarray(inOrder[at], to)))
      expect(received.join('')).toBe(whole)
      // A line's end brings a reply or a close: the session is never stuck.
      if (client.session().phase === 'notAuthenticated')
        expect(() => client.bytes(latin1('\r\n\r\nz NOOP\r\n'))).not.toThrow()
    }),
    { seed: 3501, numRuns: 400 },
  )
})
