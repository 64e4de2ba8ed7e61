import { expect, test } from 'vitest'
import type { LabLine, OpenLine } from '../lab/line.ts'
import { LAB_PROTOCOL, type LabOutput, type LabRequest } from '../lab/protocol.ts'
import { openWorker, type HostWorker } from './open-worker.ts'

const hello: LabOutput = { kind: 'hello', version: LAB_PROTOCOL }
const columns: LabRequest = { kind: 'columns', columns: 40 }

/** A Worker that a test speaks for. */
class FakeWorker {
  readonly posted: unknown[] = []
  isTerminated = false
  readonly #listeners = new Map<string, (event: never) => void>()

  postMessage(request: unknown): void {
    this.posted.push(request)
  }
  terminate(): void {
    this.isTerminated = true
  }
  addEventListener(type: string, listener: (event: never) => void): void {
    this.#listeners.set(type, listener)
  }
  says(data: LabOutput): void {
    this.#listeners.get('message')?.({ data } as never)
  }
  fails(message: string): void {
    this.#listeners.get('error')?.({ message, preventDefault: () => undefined } as never)
  }
}

function bench(refuses = false) {
  const workers: FakeWorker[] = []
  const heard: unknown[] = []
  const elsewhere: LabRequest[] = []
  const create = (): HostWorker => {
    if (refuses) throw new DOMException('no Workers here', 'SecurityError')
    const worker = new FakeWorker()
    workers.push(worker)
    return worker as unknown as HostWorker
  }
  const instead: OpenLine = () => ({
    post: (request) => void elsewhere.push(request),
    close: () => undefined,
  })
  const line: LabLine = openWorker(
    create,
    instead,
  )({
    received: (output) => void heard.push(output),
    broke: (reason) => void heard.push(reason),
  })
  return { workers, heard, elsewhere, line }
}

test('what is asked for before the Worker is there waits for it', () => {
  const { workers, line, heard } = bench()
  line.post(columns)
  expect(workers[0]!.posted).toEqual([])
  workers[0]!.says(hello)
  line.post({ ...columns, columns: 50 })
  expect(workers[0]!.posted).toEqual([columns, { ...columns, columns: 50 }])
  expect(heard).toEqual([hello])
})

test('a Worker that does not come up is tried again, and nothing is lost', () => {
  const { workers, line, heard } = bench()
  line.post(columns)
  workers[0]!.fails('')
  workers[1]!.fails('')
  workers[2]!.says(hello)
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true, false])
  expect(workers[2]!.posted).toEqual([columns])
  expect(heard).toEqual([hello])
})

test('after three tries the host runs in the page', () => {
  const { workers, line, elsewhere } = bench()
  line.post(columns)
  for (const at of [0, 1, 2]) workers[at]!.fails('')
  expect(workers).toHaveLength(3)
  expect(elsewhere).toEqual([columns])
})

test('where Workers are forbidden it runs in the page at once', () => {
  const { line, elsewhere } = bench(true)
  line.post(columns)
  expect(elsewhere).toEqual([columns])
})

test('a Worker that dies is reported, once, and says nothing more', () => {
  const { workers, heard } = bench()
  workers[0]!.says(hello)
  workers[0]!.fails('out of memory')
  workers[0]!.fails('again')
  workers[0]!.says(hello)
  expect(heard).toEqual([hello, 'out of memory'])
  expect(workers).toHaveLength(1)
})

test('a line that was closed is silent', () => {
  const { workers, line, heard } = bench()
  line.close()
  workers[0]!.says(hello)
  workers[0]!.fails('x')
  expect(heard).toEqual([])
  expect(workers[0]!.isTerminated).toBe(true)
})
