import { expect, test } from 'vitest'
import { Lane, Queue } from './queue.ts'

test('work is done in order, and what it adds comes last', async () => {
  const queue = new Queue()
  const done: string[] = []
  queue.add(async () => {
    await Promise.resolve()
    done.push('slow')
    queue.add(() => void done.push('added'))
  })
  queue.add(() => void done.push('quick'))
  expect(queue.busy).toBe(true)
  await queue.idle()
  expect([done, queue.busy]).toEqual([['slow', 'quick', 'added'], false])
})

test('work that throws is reported at the end, and stops nothing else', async () => {
  const queue = new Queue()
  const done: string[] = []
  queue.add(() => {
    throw new Error('one')
  })
  queue.add(() => void done.push('two'))
  await expect(queue.idle()).rejects.toThrow('one')
  expect(done).toEqual(['two'])
  await queue.idle()
})

test('a lane does one thing at a time', async () => {
  const lane = new Lane()
  const done: number[] = []
  const doing = (n: number) => async () => {
    await Promise.resolve()
    done.push(n)
    return n
  }
  const results = [lane.run(doing(1)), lane.run(doing(2))]
  expect(lane.busy).toBe(true)
  await lane.idle()
  expect([done, await Promise.all(results), lane.busy]).toEqual([[1, 2], [1, 2], false])
})

test('work that is added by work comes behind all that waited, in order', async () => {
  const queue = new Queue()
  const done: string[] = []
  const add = (name: string, ...more: string[]): void =>
    queue.add(() => {
      done.push(name)
      for (const one of more) add(one)
    })
  add('a', 'a1', 'a2')
  add('b', 'b1')
  await queue.idle()
  expect(done).toEqual(['a', 'b', 'a1', 'a2', 'b1'])
})
