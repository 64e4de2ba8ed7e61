import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ran } from '../testing/run-command.ts'

const site = mkdtempSync(join(tmpdir(), 'helo-class-'))
const entry = (slug: string) => ({ slug, title: `About ${slug}`, minutes: 5, edition: 1 })
writeFileSync(join(site, 'index.html'), '<head></head>')
writeFileSync(
  join(site, 'course.json'),
  JSON.stringify({
    modules: [{ title: 'One', lessons: [entry('mx'), entry('spf')] }],
    paths: [{ id: 'hour', title: 'An hour', about: '', lessons: ['spf', 'mx'] }],
  }),
)
afterAll(() => rmSync(site, { recursive: true }))

const classFor = (...words: string[]) => ran(['class', '--site', site, '--port', '0', ...words])

test('it prints both links and the QR code, until it is asked to stop', async () => {
  const { code, out, err } = await classFor()
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/class\/#[2-9a-z]{6}\n/)
  expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/class\/board\/#\S{22}\n/)
  expect(out).toMatch(/It begins with: About mx/)
  expect(out).toContain('▄▄▄▄▄')
  expect(out).toMatch(/Only this machine reaches it/)
  expect(out).toMatch(/The class is over\.\n$/)
})

test.each([
  ['--lesson spf', 'It begins with: About spf'],
  ['--path hour', 'It begins with: An hour, About spf'],
  ['--path hour --lesson mx', 'It begins with: An hour, About mx'],
  ['--host 127.0.0.1 --name Laptop.local', 'http://laptop.local:'],
])('%s', async (words, said) => expect((await classFor(...words.split(' '))).out).toContain(said))

test('--json prints the links as a line', async () => {
  const { out } = await classFor('--json')
  expect(JSON.parse(out)).toMatchObject({ type: 'ready', code: expect.any(String) as string })
})

test.each([
  ['--lesson none', 'There is no lesson `none`. There are mx, spf.'],
  ['--path none', 'There is no path `none`. There are hour.'],
  ['--host example.org', '`example.org` is no IP address to listen on.'],
  ['--host 192.0.2.200', 'This machine has no address 192.0.2.200. It has '],
  ['--port 70000', 'A port is a number from 0 to 65535, not `70000`.'],
  ['--name a/b', '`a/b` is no name of a machine.'],
  ['--site /nowhere', '`/nowhere` holds no built playground'],
  ['more', '`more` is one word too many'],
])('%s is refused with a sentence', async (words, said) => {
  const { code, err } = await classFor(...words.split(' '))
  expect(code).toBe(2)
  expect(err).toContain(said)
})
