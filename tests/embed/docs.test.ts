import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { format, resolveConfig } from 'prettier'
import { withEmbedProtocol } from '../../src/build/docs/embed-markdown.ts'
import { kindNames, lookProperties } from '../../src/embed/protocol.ts'
import { kinds } from '../../src/ui/embed/kinds.ts'

const page = readFileSync('docs/embedding.md', 'utf8')

test('docs/embedding.md has the protocol as it is', async () => {
  const drawn = withEmbedProtocol(page, readFileSync('src/embed/protocol.ts', 'utf8'))
  const options = { ...(await resolveConfig('docs/embedding.md')), filepath: 'docs/embedding.md' }
  expect(page).toBe(await format(drawn, options))
})

test.each(kindNames)('docs/embedding.md names <helo-%s> and its attributes', (kind) => {
  const row = page.split('\n').find((line) => line.includes(`\`<helo-${kind}>\``))!
  const isSame = row.includes('the same')
  const text = isSame ? page.split('\n').find((line) => line.includes('`<helo-smtp>`'))! : row
  for (const option of Object.keys(kinds[kind].options)) expect(text).toContain(`\`${option}\``)
})

test.each(lookProperties)('docs/embedding.md names --helo-%s', (name) =>
  expect(page).toContain(`\`--helo-${name}\``),
)
