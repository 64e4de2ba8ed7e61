import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen } from './listen.ts'

const open: Server[] = []

function server(): Server {
  const made = createServer()
  open.push(made)
  return made
}

afterEach(async () => {
  for (const used of open.splice(0)) await new Promise((closed) => used.close(closed))
})

test('port 0 gives any free port', async () => {
  const one = server()
  const port = await listen(one, 0, '127.0.0.1')
  expect(port).toBe((one.address() as AddressInfo).port)
})

test('a busy port gives the next free one', async () => {
  const busy = await listen(server(), 0, '127.0.0.1')
  const port = await listen(server(), busy, '127.0.0.1')
  expect(port).toBeGreaterThan(busy)
})

test('a host that is not ours is an error, not a search', async () => {
  await expect(listen(server(), 4173, '192.0.2.1')).rejects.toThrow('EADDRNOTAVAIL')
})
