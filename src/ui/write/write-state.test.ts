import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { composers } from '../../lab/compose/index.ts'
import { isPrivateKey } from '../../lab/compose/private-key.ts'
import { STORED_AT, WriteState } from './write-state.svelte.ts'

const bare = (pem: string | Buffer): string => String(pem).replace(/-----[^-]+-----|\n/g, '')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed25519 = generateKeyPairSync('ed25519')
const own = [
  rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }),
  ed25519.privateKey.export({ type: 'pkcs8', format: 'pem' }),
]
const published = [
  rsa.publicKey.export({ type: 'spki', format: 'pem' }),
  rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }),
  ed25519.publicKey.export({ type: 'spki', format: 'pem' }),
]

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const open = (storage = memory()) => new WriteState({ composers, storage, today: '2026-06-01' })

test('private keys are told from public ones', () => {
  expect(own.flatMap((pem) => [isPrivateKey(String(pem)), isPrivateKey(bare(pem))])).not.toContain(
    false,
  )
  expect(
    published.flatMap((pem) => [isPrivateKey(String(pem)), isPrivateKey(bare(pem))]),
  ).not.toContain(true)
})

test('a private key is not kept', () => {
  const storage = memory()
  const state = open(storage)
  state.tab = 'dkim'
  for (const pem of own) {
    state.set('p', String(pem))
    expect(state.refusedPrivate).toBe(true)
    expect(state.values.dkim['p']).toBe('')
    state.set('p', '')
    expect(state.refusedPrivate).toBe(true)
    expect(storage.getItem(STORED_AT)).not.toContain(bare(pem).slice(0, 40))
  }
  state.set('selector', 's2')
  expect(state.refusedPrivate).toBe(false)
})

test('what is chosen is there after a reload', () => {
  const storage = memory()
  const state = open(storage)
  state.setDomain('example.net')
  state.set('mx', '')
  state.setRamp({ lists: 'no' })
  const again = open(storage)
  expect(again.snapshot()).toEqual(state.snapshot())
  expect(again.asked.beside).toEqual([])
})

test.each([
  '',
  'null',
  '{"v":2}',
  '{"v":1,"values":{"spf":7,"x":{}},"tab":"x","touched":[1]}',
  '[[',
])('what was kept as %j does no harm', (text) => {
  const storage = memory()
  storage.setItem(STORED_AT, text)
  expect(open(storage).snapshot()).toEqual(open().snapshot())
})
