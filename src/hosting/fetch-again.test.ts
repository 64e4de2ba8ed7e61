import { expect, test } from 'vitest'
import { fetchAgain } from './fetch-again.ts'

/** A network that fails so often, and notes what is asked of it. */
function failing(times: number, message = 'It failed') {
  const asked: string[] = []
  const waits: number[] = []
  const fetchUrl = async (url: string): Promise<string> => {
    asked.push(url)
    if (asked.length <= times) throw new Error(message)
    return 'piece'
  }
  const wait = async (milliseconds: number) => void waits.push(milliseconds)
  const fetched = fetchAgain(() => fetchUrl('piece.js'), { wait, fetchUrl })
  return { fetched, asked, waits }
}

test('what comes at once is not waited for', async () => {
  const { fetched, waits } = failing(0)
  expect(await fetched).toBe('piece')
  expect(waits).toEqual([])
})

test('what fails is tried again, each time after a longer wait', async () => {
  const { fetched, asked, waits } = failing(4)
  expect(await fetched).toBe('piece')
  expect(asked).toHaveLength(5)
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
})

test('a script that the browser names is asked for under another address each time', async () => {
  const { fetched, asked } = failing(
    2,
    'Failed to fetch dynamically imported module: https://a.example/x-1.js',
  )
  expect(await fetched).toBe('piece')
  expect(asked).toEqual([
    'piece.js',
    'https://a.example/x-1.js?again=0',
    'https://a.example/x-1.js?again=1',
  ])
})

test('a piece that shares its script is taken out of it, however it was fetched', async () => {
  let tries = 0
  const script = async (): Promise<{ t: string }> => {
    if (tries++ === 0) throw new Error('Failed to fetch https://a.example/x-1.js')
    return { t: 'piece' }
  }
  const ports = { wait: async () => undefined, fetchUrl: script }
  expect(await fetchAgain(() => script().then((e) => e.t), ports)).toBe('piece')
  expect(tries).toBe(2)
})

test('what never comes rejects as its last try did', async () => {
  const { fetched, asked } = failing(100)
  await expect(fetched).rejects.toThrow('It failed')
  expect(asked).toHaveLength(5)
})
