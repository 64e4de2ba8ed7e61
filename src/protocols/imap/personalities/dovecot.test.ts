import { describe, expect, test } from 'vitest'
import { loggedInClient, storeOf, TestClient } from '../testing/client.ts'
import { argumentError } from './dovecot-errors/index.ts'

const dovecot = { personality: 'dovecot' } as const
const mail = 'From: alice@example.net\r\nSubject: Hi\r\n\r\nText\r\n'

const selected = (...lines: readonly string[]): TestClient =>
  loggedInClient(storeOf(mail, mail), dovecot, 'x CREATE Work', 'x SELECT INBOX', ...lines)

const TIMES = / \(\d\.\d{3} \+ \d\.\d{3}(?: \+ \d\.\d{3})? secs\)\.$/

/** Rows as Dovecot 2.3.19 was seen to answer them, without the times. */
describe('errors are said in Dovecot’s words within its frame', () => {
  test.each([
    ['FETCH', 'Invalid arguments'],
    ['FETCH 1', 'Invalid arguments'],
    ['FETCH x FLAGS', 'Invalid messageset'],
    ['FETCH 0 FLAGS', 'Invalid messageset'],
    ['FETCH 9 FLAGS', 'Invalid messageset'],
    ['FETCH 1:2:3 FLAGS', 'Invalid messageset'],
    ['FETCH 4294967296 FLAGS', 'Invalid messageset'],
    ['UID FETCH x FLAGS', 'Invalid uidset'],
    ['FETCH 1 BOGUS', 'Unknown parameter: BOGUS'],
    ['FETCH 1 (bogus)', 'Unknown parameter: BOGUS'],
    ['FETCH 1 (FLAGS BOGUS)', 'Unknown parameter: BOGUS'],
    ['FETCH 1 EMAILID', 'Unknown parameter: EMAILID'],
    ['FETCH 1 (ALL)', 'Unknown parameter: ALL'],
    ['FETCH 1 RFC822.BOGUS', 'Unknown parameter RFC822.BOGUS'],
    ['FETCH 1 ()', 'FETCH list is empty'],
    ['FETCH 1 (FLAGS', "Missing ')'"],
    ['FETCH 1 FLAGS)', "Unexpected ')'"],
    ['FETCH 1 (FLAGS (UID))', 'FETCH list contains non-atoms'],
    ['FETCH 1 BODY[', "Invalid BODY[..] parameter: Missing ']'"],
    ['FETCH 1 BODY[x]', 'Invalid BODY[..] section'],
    ['FETCH 1 BODY[MIME]', 'Invalid BODY[..] section'],
    ['FETCH 1 BINARY[x]', 'Invalid BINARY[..] section'],
    ['FETCH 1 FLAGS (BOGUS)', 'Unknown FETCH modifier'],
    ['FETCH 1 FLAGS (CHANGEDSINCE x)', 'Invalid CHANGEDSINCE modseq'],
    ['UID FETCH 1 FLAGS (VANISHED)', 'QRESYNC not enabled'],
    ['STORE', 'Invalid arguments'],
    ['STORE x FLAGS ()', 'Invalid messageset'],
    ['STORE 1 BOGUS ()', 'Invalid arguments'],
    ['STORE 1 FLAGS (\\Recent)', 'Invalid system flag \\RECENT'],
    ['STORE 1 (BOGUS 1) +FLAGS (\\Seen)', 'Unknown STORE modifier'],
    ['SEARCH', 'Missing search parameters'],
    ['SEARCH BOGUS', 'Unknown argument BOGUS'],
    ['SEARCH ()', 'No search parameters inside list'],
    ['SEARCH NOT', 'Missing argument'],
    ['SEARCH FROM', 'Missing parameter for search key (for search key: FROM)'],
    ['SEARCH FROM "x', "Missing '\"'"],
    ['SEARCH SINCE x', 'Invalid search date parameter'],
    ['SEARCH LARGER x', 'Invalid search size parameter'],
    ['SEARCH UID x', 'Invalid UID messageset'],
    ['SEARCH RETURN (BOGUS) ALL', 'Unknown SEARCH return option'],
    ['SORT DATE UTF-8 ALL', 'Invalid sort argument'],
    ['SORT () UTF-8 ALL', 'Empty sort program'],
    ['SORT (BOGUS) UTF-8 ALL', 'Unknown sort argument: BOGUS'],
    ['SORT (REVERSE) UTF-8 ALL', 'Sort list ends with REVERSE'],
    ['THREAD BOGUS UTF-8 ALL', 'Unknown thread algorithm'],
    ['COPY 1', 'Missing arguments'],
    ['COPY x Work', 'Invalid messageset'],
    ['UID COPY x Work', 'Invalid uidset'],
    ['SELECT', 'Invalid arguments'],
    ['SELECT "INBOX', "Missing '\"'"],
    ['CREATE', 'Missing arguments'],
    ['RENAME a', 'Missing arguments'],
    ['STATUS INBOX ()', 'Empty status list'],
    ['STATUS INBOX (BOGUS)', 'Invalid status item BOGUS'],
    ['LIST', 'Invalid reference'],
    ['LIST ""', 'Invalid pattern'],
    ['LIST (BOGUS) "" *', 'Unknown select options'],
    ['LIST "" * RETURN (BOGUS)', 'Unknown return options'],
    ['APPEND', 'Missing arguments'],
    ['APPEND INBOX', 'Missing message size'],
    ['XYZZY', 'Unknown command'],
    ['LOGIN bob secret', 'Unknown command'],
  ])('%s → %s', (typed, error) => {
    const line = selected().say(`a ${typed}`).at(-1)!
    expect(line).toMatch(TIMES)
    const verb = /^(?:UID )?\w+/.exec(typed)![0]
    expect(line.replace(TIMES, '')).toBe(`a BAD Error in IMAP command ${verb}: ${error}`)
  })

  test.each([
    ['SELECT ""', 'NO [CANNOT] Invalid mailbox name: Name is empty'],
    ['COPY 1 ""', 'NO [CANNOT] Invalid mailbox name: Name is empty'],
    [
      'STATUS a//b (MESSAGES)',
      'NO [CANNOT] Invalid mailbox name: Has adjacent hierarchy separators',
    ],
    ['CREATE /x', 'NO [CANNOT] Invalid mailbox name: Begins with hierarchy separator'],
    ['SELECT x&y', 'NO Mailbox name is not valid mUTF-7'],
    ['SELECT Nope', "NO Mailbox doesn't exist: Nope"],
    ['DELETE Nope', "NO [NONEXISTENT] Mailbox doesn't exist: Nope"],
    ['COPY 1 Nope', "NO [TRYCREATE] Mailbox doesn't exist: Nope"],
    ['SUBSCRIBE Nope', "NO Mailbox doesn't exist: Nope"],
    ['RENAME INBOX x', "NO [CANNOT] Renaming INBOX isn't supported"],
    ['UID COPY 99 Work', 'OK No messages found'],
    ['STATUS INBOX (MESSAGES)', 'OK [CLIENTBUG] Status on selected mailbox completed'],
    ['ENABLE BOGUS', 'OK Enabled'],
    ['NOOP x', 'OK NOOP completed'],
    ['CHECK x', 'OK Check completed'],
    ['COPY 1 Work extra', 'OK [COPYUID 2 1 1] Copy completed'],
  ])('%s → %s', (typed, reply) =>
    expect(selected().say(`a ${typed}`).at(-1)!.replace(TIMES, '')).toBe(`a ${reply}`),
  )
})

test('times stand behind what is answered after the login, and nowhere else', () => {
  const client = new TestClient(storeOf(), dovecot)
  expect(client.say('a NOOP', 'b LOGIN bob secret').some((line) => TIMES.test(line))).toBe(false)
  expect(client.say('c NOOP')).toEqual(['c OK NOOP completed (0.001 + 0.000 secs).'])
  expect(client.say('d LOGOUT').at(-1)).toBe('d OK Logout completed (0.001 + 0.000 secs).')
})

test('the same commands take the same time, however often they are played', () => {
  const play = () => selected().say('a SELECT INBOX', 'b COPY 1 Work', 'c STORE 1 FLAGS (\\Seen)')
  expect(play()).toEqual(play())
})

test('three bad commands in a row end it before the login, and a good one takes them back', () => {
  const client = new TestClient(storeOf(), dovecot)
  client.say('a X', 'b X', 'c NOOP', 'd X')
  expect(client.say('e X')).toEqual(['e BAD Error in IMAP command received by server.'])
  expect(client.say('f X')).toEqual(['* BYE Too many invalid IMAP commands.'])
})

test('what it does not announce it does not do', () => {
  const client = selected()
  expect(client.say('a ENABLE IMAP4rev2 UTF8=ACCEPT').slice(0, -1)).toEqual([])
  expect(client.say('b SELECT INBOX').join()).not.toContain('MAILBOXID')
  expect(client.say('c CREATE New').join()).not.toContain('MAILBOXID')
})

test('whatever stands behind a verb, something is said of it', () => {
  const pieces = [
    '(',
    ')',
    '"',
    'x',
    ' ',
    '1',
    '{3}\r\n',
    '\\',
    '[',
    ']',
    'BODY',
    'NOT',
    'OR',
    '<0',
  ]
  let seed = 7
  const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
  const verbs = [
    'FETCH',
    'STORE',
    'SEARCH',
    'SORT',
    'LIST',
    'APPEND',
    'STATUS',
    'UID FETCH',
    'NOOP',
  ]
  for (let round = 0; round < 3000; round++) {
    const typed = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('')
    expect(argumentError(verbs[next(verbs.length)]!, typed)).not.toBe('')
  }
})

/** Rows as Dovecot 2.3.19 was seen to answer them, without the tagged reply. */
describe('untagged responses come in Dovecot’s form and order', () => {
  test.each([
    ['STATUS Work (UNSEEN MESSAGES)', ['* STATUS Work (MESSAGES 0 UNSEEN 0)']],
    ['LIST "" (Work INBOX)', ['* LIST () "/" INBOX', '* LIST () "/" Work']],
    ['LIST "" Work RETURN (CHILDREN)', ['* LIST (\\HasNoChildren) "/" Work']],
    ['LIST "" Work', ['* LIST (\\HasNoChildren) "/" Work']],
    ['FETCH 2 BODY[7]', ['* 2 FETCH (FLAGS (\\Seen \\Recent) BODY[7] {0}', ')']],
    ['FETCH 1 BODY[TEXT]', ['* 1 FETCH (FLAGS (\\Seen \\Recent) BODY[TEXT] {6}', 'Text', ')']],
    [
      'STORE 1 FLAGS ($Label1)',
      [
        '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Label1)',
        '* OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft $Label1 \\*)] Flags permitted.',
        '* 1 FETCH (FLAGS ($Label1 \\Recent))',
      ],
    ],
    ['SELECT Work (BOGUS)', ['* OK [CLOSED] Previous mailbox closed.']],
  ])('%s', (typed, wanted) => expect(selected().say(`a ${typed}`).slice(0, -1)).toEqual(wanted))
})
