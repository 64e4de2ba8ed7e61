import { describe, expect, test } from 'vitest'
import { LabClient } from './client.ts'
import type { LineListener } from './line.ts'
import type { LabOutput, LabRequest } from './protocol.ts'
import { labLesson } from './testing/lab-lesson.ts'

const start = { journal: [], zones: {} }
const key = { kind: 'type', data: 'a' } as const

/** A client over a line that a test answers. */
function bench() {
  const posted: LabRequest[] = []
  const heard: (LabOutput | string)[] = []
  const lines: LineListener[] = []
  const client = new LabClient(
    (listener) => {
      lines.push(listener)
      return { post: (request) => void posted.push(request), close: () => undefined }
    },
    {
      received: (output) => void heard.push(output),
      broke: (reason) => void heard.push(reason),
    },
  )
  const say = (output: LabOutput): void => lines.at(-1)!.received(output)
  return { client, posted, heard, lines, say }
}

/** Whether a promise has come to its end. */
const isOver = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((no) => setImmediate(no, false))])

describe('an input', () => {
  test('is numbered, and settled when the lab says so', async () => {
    const { client, posted, say } = bench()
    client.open(labLesson, start)
    const [first, second] = [client.apply(key), client.apply(key)]
    expect([first.number, second.number]).toEqual([1, 2])
    expect(posted.map(({ kind }) => kind)).toEqual(['open', 'input', 'input'])
    say({ kind: 'applied', run: 1, input: 1 })
    expect([await isOver(first.settled), await isOver(second.settled)]).toEqual([true, false])
    say({ kind: 'applied', run: 1, input: 2 })
    expect(await isOver(second.settled)).toBe(true)
  })

  test('of a lab that another replaces is waited for no longer', async () => {
    const { client } = bench()
    client.open(labLesson, start)
    const { settled } = client.apply(key)
    client.open(labLesson, start)
    expect(await isOver(settled)).toBe(true)
    expect(client.apply(key).number).toBe(1)
  })
})

test('outputs of a lab that was replaced are dropped', () => {
  const { client, heard, say } = bench()
  client.open(labLesson, start)
  client.open(labLesson, start)
  say({ kind: 'opened', run: 1 })
  say({ kind: 'opened', run: 2 })
  expect(heard).toEqual([{ kind: 'opened', run: 2 }])
})

describe('a question', () => {
  const asked = { bytes: new Uint8Array() }

  test('gets its own answer, in whatever order they come', async () => {
    const { client, say } = bench()
    const [first, second] = [client.ask('message', asked), client.ask('message', asked)]
    say({ kind: 'answer', id: 2, answer: 'second' })
    say({ kind: 'answer', id: 1, answer: 'first' })
    expect([await first, await second]).toEqual(['first', 'second'])
  })

  test('without an answer is rejected with the reason', async () => {
    const { client, say } = bench()
    const answer = client.ask('message', asked)
    say({ kind: 'unanswered', id: 1, reason: 'No code.' })
    await expect(answer).rejects.toThrow('No code.')
  })
})

test('a host that dies lets go of all that waits, and the next request starts another one', async () => {
  const { client, heard, lines } = bench()
  client.open(labLesson, start)
  const { settled } = client.apply(key)
  const answer = client.ask('message', { bytes: new Uint8Array() })
  lines[0]!.broke('gone')
  expect(heard).toEqual(['gone'])
  expect(await isOver(settled)).toBe(true)
  await expect(answer).rejects.toThrow('gone')
  client.open(labLesson, start)
  expect(lines).toHaveLength(2)
})
