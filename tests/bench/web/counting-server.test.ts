import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CountingServer } from './counting-server.ts'

const text = 'mail '.repeat(20_000)
const folder = mkdtempSync(join(tmpdir(), 'helo-count-'))
writeFileSync(join(folder, 'text.js'), text)
const server = new CountingServer(folder)
let address = ''
beforeAll(async () => void (address = await server.open()))
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const fetchText = async (coding: string): Promise<string> => {
  const headers = { 'Accept-Encoding': coding }
  return (await fetch(new URL('text.js', address), { headers })).text()
}

test.each([
  ['as it is', 'identity', [text.length, text.length + 1000]],
  ['as it is packed', 'gzip', [100, 2000]],
])('a text %s counts with its header', async (_, coding, [least, most]) => {
  server.restart()
  expect(await fetchText(coding)).toBe(text)
  expect(server.served).toMatchObject([{ path: '/text.js' }])
  expect(server.octets).toBeGreaterThan(least!)
  expect(server.octets).toBeLessThan(most!)
})

test('requests are counted one by one, on a connection that is kept', async () => {
  server.restart()
  await fetchText('gzip')
  const once = server.octets
  await fetchText('gzip')
  expect(server.served).toHaveLength(2)
  expect(server.octets).toBe(once * 2)
})

test('what is kept for the time without a network does not count', async () => {
  server.restart()
  await fetchText('gzip')
  const once = server.octets
  await fetch(new URL('sw.js', address))
  await fetchText('gzip')
  expect(server.octets).toBe(once)
})
