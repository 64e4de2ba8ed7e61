import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { commandReference } from './command-markdown.ts'

const file = join(import.meta.dirname, '../../../docs/commands.md')

test('docs/commands.md matches the commands: npm run docs:commands', async () => {
  const style = await resolveConfig(file)
  const written = await format(commandReference(), { ...style, filepath: file })
  expect(readFileSync(file, 'utf8')).toBe(written)
})

test.each([
  ['SMTP, submission and LMTP', '`RCPT TO:<'],
  ['IMAP', '`FETCH '],
  ['POP3', '`TOP msg n`'],
])('%s stands in it, with its commands', (name, command) => {
  const [, page = ''] = commandReference().split(`## ${name}\n`)
  expect(page).toContain(command)
})
