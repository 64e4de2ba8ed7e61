import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { BUILT_SITE } from './built-site.ts'

test('the built site is looked for beside the project’s package.json', () => {
  const text = readFileSync(join(dirname(BUILT_SITE), 'package.json'), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ name: 'helo-world' })
})
