import { expect, test } from 'vitest'
import { LightHost, type WholeHost } from './light-host.ts'
import { LAB_PROTOCOL, type LabOutput, type LabRequest } from './protocol.ts'
import { labLesson } from './testing/lab-lesson.ts'

const open: LabRequest = {
  ...{ kind: 'open', version: LAB_PROTOCOL, run: 1, lesson: labLesson },
  ...{ journal: [], zones: {}, columns: 80 },
}
const ask = (id: number, name = 'snippet'): LabRequest => ({
  ...{ kind: 'ask', id, name },
  asked: { parts: [{ name: '', text: 'v=spf1 -all' }], senders: [], advice: false },
})

function bench(refusals = 0) {
  const outputs: LabOutput[] = []
  const received: unknown[] = []
  let left = refusals
  let stopped = 0
  const whole: WholeHost = {
    receive: (request) => void received.push(request),
    stop: () => void stopped++,
  }
  const host = new LightHost(
    {
      crypto: { answer: () => Promise.resolve(undefined) },
      fetchPiece: (fetch) => fetch(),
      async startHost(send) {
        if (left-- > 0) throw new Error('no network')
        send({ kind: 'hello', version: LAB_PROTOCOL })
        return whole
      },
    },
    (output) => outputs.push(output),
  )
  return { host, outputs, received, stopped: () => stopped }
}
const settled = () => new Promise((done) => setTimeout(done, 20))

test('questions are answered without a whole host', async () => {
  const { host, outputs, received } = bench()
  host.receive(ask(1))
  host.receive(ask(2, 'none'))
  await expect.poll(() => outputs.length, { timeout: 20_000 }).toBe(3)
  expect(outputs.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'hello', 'unanswered'])
  expect(received).toEqual([])
})

test('once a lab is opened a whole host has all that comes, in order', async () => {
  const { host, outputs, received, stopped } = bench()
  host.receive(open)
  host.receive(ask(3))
  host.receive({ kind: 'snapshot', run: 1 })
  await settled()
  expect(received).toEqual([open, ask(3), { kind: 'snapshot', run: 1 }])
  expect(outputs).toEqual([{ kind: 'hello', version: LAB_PROTOCOL }])
  host.stop()
  await settled()
  expect(stopped()).toBe(1)
})

test('a whole host that does not come is reported, and asked for again', async () => {
  const { host, outputs, received } = bench(1)
  host.receive(open)
  await settled()
  expect(outputs[1]).toEqual({ kind: 'failed', run: 1, cause: 'code', reason: 'no network' })
  host.receive({ ...open, run: 2 })
  await settled()
  expect(received).toEqual([{ ...open, run: 2 }])
})

test('what is no request is refused, and a host that was stopped is silent', async () => {
  const { host, outputs } = bench()
  for (const value of [undefined, {}, { kind: 'x' }, { ...open, version: 0 }]) host.receive(value)
  expect(outputs.map(({ kind }) => kind)).toEqual(['hello', ...Array<string>(4).fill('refused')])
  host.stop()
  host.receive(ask(1))
  await settled()
  expect(outputs).toHaveLength(5)
})
