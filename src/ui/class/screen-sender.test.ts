import { expect, test } from 'vitest'
import { addToJournal } from '../../lab/journal.ts'
import type { LabInput } from '../../lab/lab.ts'
import type { TeacherMessage } from '../../lab/class/protocol.ts'
import { beginRoom, teach } from '../../lab/class/room.ts'
import { ScreenSender, type Shown } from './screen-sender.ts'

/** A presenter's page, whose messages arrive, or do not, as the test says. */
function bench() {
  let room = beginRoom({ slug: 'mx' })
  let later: (() => void)[] = []
  let run = 0
  const sent: TeacherMessage[] = []
  const noted: string[] = []
  const line = { loses: 0, forgets: false }
  const STATUS = { stale: 409, large: 413 } as Record<string, number>
  const sender = new ScreenSender({
    later: (act) => void later.push(act),
    chooseRun: () => ++run,
    noted: (state) => void noted.push(state),
    teach(message) {
      sent.push(message)
      const turn = teach(room, message)
      if (turn.ok) room = turn.room
      const status = turn.ok ? 204 : STATUS[turn.refusal]!
      // What arrived may be unknown to who sent it.
      return Promise.resolve(line.loses-- > 0 ? 0 : status)
    },
  })
  let shown: Shown = { place: { slug: 'mx' }, look: {}, work: { edition: 1 }, journal: [] }
  return {
    ...{ sent, noted, line },
    show(change: Partial<Shown>) {
      shown = { ...shown, ...change }
      sender.notice(shown)
    },
    type(...inputs: LabInput[]) {
      for (const input of inputs) this.show({ journal: addToJournal(shown.journal, input) })
    },
    async settle() {
      for (let turn = 0; turn < 10; turn++) {
        const due = later
        later = []
        for (const act of due) act()
        await new Promise((done) => setImmediate(done))
      }
    },
    forget: () => (room = beginRoom({ slug: 'mx' })),
    journal: () => room.screen?.journal,
    screen: () => room.screen,
  }
}

const type = (data: string): LabInput => ({ kind: 'type', data })

test('the whole is sent once, then what was done since, gathered', async () => {
  const { show, type: _, ...page } = bench()
  const before: readonly LabInput[] = [type('EHLO x\r')]
  show({ journal: before })
  await page.settle()
  const journal = ['N', 'O', '\r'].map(type).reduce(addToJournal, before)
  show({ journal })
  await page.settle()
  expect(page.sent.map(({ kind }) => kind)).toEqual(['present', 'go-on'])
  expect(page.journal()).toEqual(journal)
  expect(page.noted.at(-1)).toBe('sent')
})

test('what was lost on the way is sent again, and is there once', async () => {
  const page = bench()
  page.show({})
  await page.settle()
  page.line.loses = 2
  page.type(type('A'), type('B'))
  await page.settle()
  page.type(type('C'))
  await page.settle()
  expect(page.journal()).toEqual([type('ABC')])
})

test('work that was begun over is sent whole, and so is all where the class lost it', async () => {
  const page = bench()
  page.type(type('A\r'))
  await page.settle()
  page.show({ journal: [] })
  await page.settle()
  expect(page.screen()).toMatchObject({ run: 2, journal: [] })
  page.forget()
  page.type(type('B'))
  await page.settle()
  expect(page.screen()).toMatchObject({ run: 3, journal: [type('B')] })
})

test('a step alone is sent without inputs', async () => {
  const page = bench()
  page.type(type('A'))
  await page.settle()
  page.show({ place: { slug: 'mx', step: 'two' } })
  await page.settle()
  expect(page.sent.at(-1)).toMatchObject({ kind: 'go-on', inputs: [] })
  expect(page.screen()).toMatchObject({ step: 'two', count: 0 })
})

test('what is more than a class follows is said', async () => {
  const page = bench()
  page.type(type('x'.repeat(2_000_000)))
  await page.settle()
  expect(page.noted.at(-1)).toBe('large')
})
