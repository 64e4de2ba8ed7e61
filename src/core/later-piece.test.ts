import { expect, test } from 'vitest'
import { LaterPiece } from './later-piece.ts'

function bench(failures = 0) {
  let fetched = 0
  const piece = new LaterPiece(() =>
    fetched++ < failures ? Promise.reject(new Error('offline')) : Promise.resolve({ six: 6 }),
  )
  return { piece, fetches: () => fetched }
}

test('is fetched when it is first used, once', async () => {
  const { piece, fetches } = bench()
  expect(fetches()).toBe(0)
  await expect(piece.use(({ six }) => six * 7)).resolves.toBe(42)
  expect(piece.use(({ six }) => six + 1)).toBe(7)
  expect(fetches()).toBe(1)
})

test('a use that takes its time is waited for', async () => {
  const { piece } = bench()
  const slow = ({ six }: { six: number }) => Promise.resolve(six)
  await expect(piece.use(slow)).resolves.toBe(6)
  await expect(piece.use(slow)).resolves.toBe(6)
})

test('is fetched ahead, in the way that is given', async () => {
  const { piece, fetches } = bench()
  let ways = 0
  await piece.load((fetch) => (ways++, fetch()))
  await piece.load((fetch) => (ways++, fetch()))
  expect([ways, fetches()]).toEqual([1, 1])
})

test('one that did not come is asked for again', async () => {
  const { piece, fetches } = bench(1)
  await expect(piece.load()).rejects.toThrow('offline')
  await expect(piece.use(({ six }) => six)).resolves.toBe(6)
  expect(fetches()).toBe(2)
})
