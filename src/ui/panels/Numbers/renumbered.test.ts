import { describe, expect, test } from 'vitest'
import type { NumberedMessage, SessionNumbers } from '../../../lab/types.ts'
import { noNumbers, sessionOf, shownRows, withNumbers, type Renumbered } from './renumbered.ts'

const row = (number: number, id: string): NumberedMessage => ({
  ...{ number, id, subject: `About ${id}`, flags: [], state: 'there' },
})

const session = (...ids: string[]): SessionNumbers => ({
  ...{ connection: 1, client: 'desk.example.org', host: 'mail.example.org' },
  ...{ protocol: 'imap', mailbox: 'INBOX', rows: ids.map((id, at) => row(at + 1, id)) },
})

const shown = (state: Renumbered) =>
  shownRows(state).map(
    ({ id, number = '-', was, state: now }) =>
      `${number} ${id}${was === undefined ? '' : ` was ${was}`}${now === 'there' ? '' : ` ${now}`}`,
  )

const after = (...steps: (SessionNumbers | undefined)[]): Renumbered =>
  steps.reduce(withNumbers, noNumbers)

describe('a table of numbers', () => {
  test('shows them as they are at first', () =>
    expect(shown(after(session('a', 'b')))).toEqual(['1 a', '2 b']))

  test('says what each was before one went', () =>
    expect(shown(after(session('a', 'b', 'c'), session('b', 'c')))).toEqual([
      '- a was 1 vanished',
      '1 b was 2',
      '2 c was 3',
    ]))

  test('keeps that while nothing is renumbered', () => {
    const again = session('b', 'c')
    expect(shown(after(session('a', 'b', 'c'), again, again))).toHaveLength(3)
  })

  test('remembers over a session that ended', () =>
    expect(shown(after(session('a', 'b'), undefined, session('b')))).toEqual([
      '- a was 1 vanished',
      '1 b was 2',
    ]))

  test('keeps the subject of a message that is gone on the server', () => {
    const gone = {
      ...session('a'),
      rows: [{ ...row(1, 'a'), subject: '', state: 'gone' as const }],
    }
    expect(shownRows(after(session('a'), gone))[0]).toMatchObject({
      subject: 'About a',
      state: 'gone',
    })
  })

  test('begins anew with another mailbox', () =>
    expect(shown(after(session('a'), session('x')))).toEqual(['1 x']))
})

test('of several sessions the newest of the client counts', () => {
  const phone = { ...session('a'), client: 'phone.example.org' }
  expect(sessionOf([session('b'), phone], 'desk.example.org')?.rows[0]?.id).toBe('b')
  expect(sessionOf([phone], 'desk.example.org')).toBeUndefined()
  expect(sessionOf([phone], undefined)).toBe(phone)
})
