import { expect, test } from 'vitest'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { answerQuestion } from './index.ts'

const world = createWorld(sandboxWorld, { crypto: webCrypto })
const text = '@ MX 10 mx.example.net.'
const place = { origin: 'example.org', text, at: text.length - 2 }

test('a hover knows the hosts of the lab’s own zones', async () => {
  const { found } = await answerQuestion('hover', place, { world, crypto: webCrypto })
  expect(found?.title).toBe('mx.example.net.')
  expect(found?.lines.join(' ')).toContain('Its address')
})

test('before a lab has opened no host is known, and the words are explained', async () => {
  const { found } = await answerQuestion('hover', place, { world: undefined, crypto: webCrypto })
  expect(found?.lines.join(' ')).toContain('Nothing is published')
})

test('where there is nothing to explain, the answer has no hover', async () =>
  expect(
    await answerQuestion('hover', { ...place, text: '; no' }, { world, crypto: webCrypto }),
  ).toEqual({}))

test('completions offer hosts of the lab’s own zones', async () => {
  const { items } = await answerQuestion('completions', place, { world, crypto: webCrypto })
  expect(items.map(({ label }) => label)).toContain('mx.example.net.')
})

test('answers are plain data', async () => {
  for (const name of ['hover', 'completions'] as const) {
    const answer = await answerQuestion(name, place, { world, crypto: webCrypto })
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  }
})
