import { readdirSync, readFileSync } from 'node:fs'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { systems } from '../docs-systems/systems/index.ts'

const names = readdirSync('integrations')
const read = (path: string) => readFileSync(path, 'utf8')
const readme = (name: string) => read(`integrations/${name}/README.md`)
const blocks = (page: string) =>
  [...page.matchAll(/^(`{3,})(\w+)\n([^]*?)^\1$/gm)].map(([, , language, text]) => ({
    ...{ language: language!, text: text! },
  }))
const section = /^## In docs systems$([^]*?)^## /m.exec(read('docs/embedding.md'))?.[1] ?? ''

const files = names.flatMap((name) =>
  readdirSync(`integrations/${name}`)
    .filter((file) => file !== 'README.md')
    .map((file) => `integrations/${name}/${file}`),
)

test.each(files)('%s has at most 40 lines, none of them long', (file) => {
  const lines = read(file).trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(40)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110)
})

test('each integration is opened in a browser by a system', () =>
  expect([...new Set(systems.map(({ name, folder = name }) => folder))].sort()).toEqual(
    names.sort(),
  ))

test.each(names)('docs/embedding.md has the line of %s as its README has it', (name) => {
  const row = section.split('\n').find((line) => line.includes(`integrations/${name}/`)) ?? ''
  const [, , settings = ''] = row.split('|')
  const lines = [...settings.matchAll(/`([^`]+)`/g)].map(([, line]) => line!)
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(readme(name)).toContain(line)
})

test.each(names)('the settings in the README of %s are those that its site has', (name) => {
  const [settings] = blocks(readme(name))
  const own = systems.filter((system) => (system.folder ?? system.name) === name)
  const words = (text: string) => text.match(/\bhelo\w+|HeloWorld|https:\/\/YOUR-COPY\//g) ?? []
  for (const file of own[0]!.configuration)
    expect(new Set(words(read(`tests/docs-systems/${name}/${file}`)))).toEqual(
      new Set(words(settings!.text)),
    )
})

test('in other Markdown a fenced block in the element keeps what it holds', () => {
  const [example] = blocks(section).filter(({ text }) => text.includes('<helo-zone'))
  const text = '*a* _b_ &lt; <b>\n\n    c'
  const html = new MarkdownIt({ html: true }).render(
    example!.text.replace('v=spf1 ip4:203.0.113.0/24 -all', text),
  )
  expect(html).toMatch(
    /^<helo-zone sender="[^"]*">\n<pre><code>[^]*<\/code><\/pre>\n<\/helo-zone>\n$/,
  )
  const [, code = ''] = /<code>([^]*)<\/code>/.exec(html) ?? []
  expect(code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(
    `${text}\n`,
  )
})
