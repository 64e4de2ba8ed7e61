import { expect, test } from 'vitest'
import type { OpenLine } from '../lab/line.ts'
import { LAB_PROTOCOL, type LabOutput, type LabRequest } from '../lab/protocol.ts'
import { FrameSharing, openShared, type Connect } from './open-shared.ts'

const hello: LabOutput = { kind: 'hello', version: LAB_PROTOCOL }
const columns: LabRequest = { kind: 'columns', columns: 40 }

/** A way to a Worker that a test speaks for. */
function way() {
  const { port1, port2 } = new MessageChannel()
  const posted: unknown[] = []
  port2.addEventListener('message', ({ data }) => posted.push(data))
  port2.start()
  let fail: (reason: string) => void = () => undefined
  const connect: Connect = (failed) => {
    fail = failed
    return port1
  }
  const says = (output: LabOutput | 'none') => port2.postMessage(output)
  return {
    connect,
    posted,
    says,
    fails: (reason = 'x') => fail(reason),
    close: () => port2.close(),
  }
}

const forbidden: Connect = () => {
  throw new DOMException('no Workers here', 'SecurityError')
}

function bench(connects: readonly Connect[], patience?: number) {
  const outputs: unknown[] = []
  const elsewhere: LabRequest[] = []
  const instead: OpenLine = () => ({
    post: (request) => void elsewhere.push(request),
    close: () => undefined,
  })
  const line = openShared(
    connects,
    instead,
    patience,
  )({
    received: (output) => void outputs.push(output),
    broke: (reason) => void outputs.push(reason),
  })
  return { line, outputs, elsewhere }
}
const settled = () => new Promise((done) => setTimeout(done, 30))

test('what is asked for before the Worker is there waits for it', async () => {
  const one = way()
  const { line, outputs } = bench([one.connect])
  line.post(columns)
  await settled()
  expect(one.posted).toEqual([])
  one.says(hello)
  await settled()
  expect(one.posted).toEqual([columns])
  expect(outputs).toEqual([hello])
  line.close()
  await settled()
  expect(one.posted.at(-1)).toBe('end')
  one.close()
})

test.each<[string, (one: ReturnType<typeof way>) => void, number?]>([
  ['fails', (one) => one.fails()],
  ['has no Worker behind it', (one) => one.says('none')],
  ['is closed', (one) => one.close()],
  ['says nothing', () => undefined, 10],
])('where a way %s the next one is taken, and nothing is lost', async (_, fail, patience) => {
  const [one, two] = [way(), way()]
  const { line, outputs } = bench([forbidden, one.connect, two.connect], patience)
  line.post(columns)
  fail(one)
  await settled()
  if (patience === undefined) {
    two.says(hello)
    await settled()
    expect(two.posted).toEqual([columns])
    expect(outputs).toEqual([hello])
  }
  line.close()
  one.close()
  two.close()
})

test('where no Worker may be the host runs in the page', () => {
  const { line, elsewhere } = bench([forbidden, forbidden])
  line.post(columns)
  expect(elsewhere).toEqual([columns])
})

test('a Worker that goes is reported, once', async () => {
  const one = way()
  const { outputs } = bench([one.connect, forbidden])
  one.says(hello)
  await settled()
  one.fails('gone')
  one.fails('gone again')
  await settled()
  expect(outputs).toEqual([hello, 'gone'])
  one.close()
})

test('the page around brings frames together where it offers to, and says when one is lost', async () => {
  const asked: MessagePort[] = []
  const sharing = new FrameSharing((port) => void asked.push(port))
  const alone = bench([sharing.connect])
  alone.line.post(columns)
  expect([asked.length, alone.elsewhere]).toEqual([0, [columns]])
  sharing.isOffered = true
  const { outputs, line } = bench([sharing.connect])
  asked[0]!.postMessage(hello)
  await settled()
  sharing.lost()
  expect(outputs[0]).toEqual(hello)
  expect(outputs).toHaveLength(2)
  line.close()
  for (const port of asked) port.close()
})
