import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { PackedTexts } from './packed-texts.ts'

const text = (word: string) => Buffer.from(word.repeat(1000))

test('a text is packed once, for all who ask meanwhile too', async () => {
  const texts = new PackedTexts()
  const both = await Promise.all([texts.pack('a', text('a')), texts.pack('a', text('a'))])
  expect(both[0]).toBe(both[1])
  expect(await texts.pack('a', text('a'))).toBe(both[0])
  expect(gunzipSync(both[0]).equals(text('a'))).toBe(true)
})

test('what was packed first goes first where there is no more room', async () => {
  const { length } = await new PackedTexts().pack('a', text('a'))
  const texts = new PackedTexts(length * 2)
  const first = await texts.pack('a', text('a'))
  const second = await texts.pack('b', text('b'))
  await texts.pack('c', text('c'))
  expect(await texts.pack('b', text('b'))).toBe(second)
  expect(await texts.pack('a', text('a'))).not.toBe(first)
})

test('a text that is larger than all room is packed all the same', async () => {
  const texts = new PackedTexts(1)
  expect(gunzipSync(await texts.pack('a', text('a'))).equals(text('a'))).toBe(true)
})
