import { describe, expect, test } from 'vitest'
import { loggedInClient, storeOf } from '../testing/client.ts'

const mail = 'From: alice@example.net\r\nSubject: Hi\r\n\r\nText\r\n'

const enabling = [
  'FETCH 1 MODSEQ',
  'FETCH 1 (FLAGS MODSEQ)',
  'UID FETCH 1 MODSEQ',
  'FETCH 1 FLAGS (CHANGEDSINCE 1)',
  'UID FETCH 1 FLAGS (CHANGEDSINCE 1)',
  'SEARCH MODSEQ 1',
  'SEARCH NOT MODSEQ 1',
  'SEARCH OR MODSEQ 1 SEEN',
  'SEARCH RETURN (COUNT) MODSEQ 1',
  'UID SEARCH MODSEQ 1',
  'SORT (DATE) UTF-8 MODSEQ 1',
  'UID SORT (DATE) UTF-8 MODSEQ 1',
  'THREAD REFERENCES UTF-8 MODSEQ 1',
  'UID THREAD REFERENCES UTF-8 MODSEQ 1',
  'STORE 1 (UNCHANGEDSINCE 9) +FLAGS (\\Seen)',
  'STORE 1 (UNCHANGEDSINCE 1) +FLAGS (\\Seen)',
  'UID STORE 1 (UNCHANGEDSINCE 9) +FLAGS.SILENT (\\Seen)',
  'STATUS INBOX (HIGHESTMODSEQ)',
  'STATUS Work (MESSAGES HIGHESTMODSEQ)',
  'LIST "" % RETURN (STATUS (HIGHESTMODSEQ))',
  'ENABLE CONDSTORE',
  'ENABLE QRESYNC',
  'ENABLE BOGUS CONDSTORE',
]

const selected = (verb = 'SELECT') =>
  loggedInClient(storeOf(mail, mail), {}, 'x CREATE Work', `x ${verb} INBOX`)

const isReport = (line: string): boolean => /^\* OK \[HIGHESTMODSEQ \d+\] /.test(line)

describe('the first command that enables CONDSTORE in the selected state reports HIGHESTMODSEQ', () => {
  test.each(enabling)('%s', (typed) => {
    const client = selected()
    const lines = client.say(`a ${typed}`)
    expect(lines[0]).toBe('* OK [HIGHESTMODSEQ 2] The last change has this number')
    expect(lines.at(-1)).toMatch(/^a OK /)
    expect(lines.filter(isReport)).toHaveLength(1)
    // From now on flag changes come with their mod-sequence.
    expect(client.say('b STORE 2 +FLAGS (\\Flagged)')[0]).toMatch(/MODSEQ \(\d+\)/)
  })

  test.each(enabling)('after EXAMINE, %s', (typed) => {
    expect(selected('EXAMINE').say(`a ${typed}`).filter(isReport)).toHaveLength(
      typed.includes('STORE 1 (') ? 0 : 1,
    )
  })
})

test.each(enabling)('the second one does not: %s', (typed) => {
  const client = selected()
  client.say('a ENABLE CONDSTORE')
  expect(client.say(`b ${typed}`).filter(isReport)).toEqual([])
})

test.each(['STATUS INBOX (HIGHESTMODSEQ)', 'ENABLE CONDSTORE', 'ENABLE QRESYNC'])(
  'without a mailbox nothing is reported, and SELECT reports it later: %s',
  (typed) => {
    const client = loggedInClient(storeOf(mail), {}, 'x CREATE Work')
    expect(client.say(`a ${typed}`).filter(isReport)).toEqual([])
    expect(client.say('b SELECT INBOX').filter(isReport)).toHaveLength(1)
  },
)

test.each(['SELECT', 'EXAMINE'])('%s (CONDSTORE) reports it once', (verb) => {
  const client = selected()
  expect(client.say(`a ${verb} INBOX (CONDSTORE)`).filter(isReport)).toHaveLength(1)
  expect(client.say('b FETCH 1 MODSEQ').filter(isReport)).toEqual([])
})

test.each([
  'FETCH 9 MODSEQ',
  'FETCH 1 (MODSEQ BOGUS)',
  'SEARCH MODSEQ x',
  'STATUS Nowhere (HIGHESTMODSEQ)',
  'ENABLE BOGUS',
  'NOOP',
])('a command that fails, or asks for no mod-sequence, enables nothing: %s', (typed) => {
  const client = selected()
  expect(client.say(`a ${typed}`).filter(isReport)).toEqual([])
  expect(client.say('b FETCH 1 MODSEQ').filter(isReport)).toHaveLength(1)
})

test('the number is that of the mailbox before the command changes it', () =>
  expect(selected().say('a FETCH 1 (BODY[TEXT] MODSEQ)')).toEqual([
    '* OK [HIGHESTMODSEQ 2] The last change has this number',
    '* 1 FETCH (BODY[TEXT] {6}',
    'Text',
    ' MODSEQ (3) UID 1 FLAGS (\\Seen \\Recent))',
    'a OK FETCH completed',
  ]))

test.each([
  ['SORT (ARRIVAL) UTF-8 MODSEQ 1', '* SORT 1 2 (MODSEQ 3)'],
  ['UID SORT (REVERSE ARRIVAL) UTF-8 MODSEQ 3', '* SORT 1 (MODSEQ 3)'],
  ['SORT (ARRIVAL) UTF-8 MODSEQ 99', '* SORT'],
  ['SORT (ARRIVAL) UTF-8 ALL', '* SORT 1 2'],
  ['SEARCH MODSEQ 1', '* SEARCH 1 2 (MODSEQ 3)'],
  ['SEARCH MODSEQ 99', '* SEARCH'],
])('%s → %s: the highest mod-sequence stands behind the numbers', (typed, line) => {
  const client = selected()
  client.say('a STORE 1 +FLAGS (\\Seen)')
  expect(client.say(`b ${typed}`)).toContain(line)
})

test.each(['MOVE 1 Work', 'UID MOVE 1 Work'])(
  '%s reports HIGHESTMODSEQ as EXPUNGE does',
  (typed) => {
    const client = selected()
    client.say('a ENABLE CONDSTORE')
    expect(client.say(`b ${typed}`).at(-1)).toMatch(/^b OK \[HIGHESTMODSEQ 3\] /)
  },
)
