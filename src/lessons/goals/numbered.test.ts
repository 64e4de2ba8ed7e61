import { expect, test } from 'vitest'
import type { SessionNumbers } from '../../world/services/numbering.ts'
import type { World } from '../../world/world.ts'
import { evidence } from '../testing/evidence.ts'
import { judge } from './index.ts'

const session: SessionNumbers = {
  ...{ connection: 1, client: 'desk.example.org', host: 'mail.example.org' },
  ...{ protocol: 'pop3', mailbox: 'INBOX' },
  rows: [
    { number: 1, id: 'a', subject: 'The rota', flags: [], state: 'marked' },
    { number: 2, id: 'b', subject: 'Your bill', flags: [], state: 'there' },
  ],
}

function stand(params: object, numberings: readonly SessionNumbers[] = [session]) {
  const given = evidence({})
  const world = { ...given.world, numberings } as World
  return judge({ kind: 'numbered', subject: 'The rota', ...params }, { ...given, world })
}

test.each([
  [{}],
  [{ number: 1, state: 'marked' }],
  [{ client: 'desk.example.org', protocol: 'pop3' }],
  [{ subject: 'Your bill', number: 2, state: 'there' }],
  [{ subject: 'Lunch', state: 'absent' }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [{ number: 2 }, '“The rota” is number 1 here, not 2.'],
  [{ state: 'there' }, '“The rota” is marked, to be removed.'],
  [{ subject: 'Your bill', state: 'marked' }, '“Your bill” is not marked.'],
  [{ subject: 'Lunch' }, '“Lunch” has no number in this session.'],
  [{ state: 'absent' }, '“The rota” is number 1 here.'],
  [{ client: 'phone.example.org' }, 'No session has a mailbox open now.'],
  [{ protocol: 'imap' }, 'No session has a mailbox open now.'],
])('%o: %s', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))
