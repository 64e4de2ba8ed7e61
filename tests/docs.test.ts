import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import * as library from '../src/index.ts'
import * as sink from '../src/sink/sink.ts'

/** What pages import. */
const modules = { 'helo-world': library, 'helo-world/sink': sink }

/** The examples of a page run as they stand, and print what stands behind `//`. */
const examples = ['library.md', 'sink.md'].flatMap((name) => {
  const page = readFileSync(join(import.meta.dirname, '../docs', name), 'utf8')
  let heading = name
  return [...page.matchAll(/^#+ (.+)$|^```js\n([^]*?)^```$/gm)].flatMap(([, title, code]) => {
    heading = title ?? heading
    return code === undefined ? [] : [{ heading, code }]
  })
})

const promised = (code: string): string[] =>
  [...code.matchAll(/^console\.log\(.*\) \/\/ (.+)$/gm)].map(([, output]) => output!)

async function printed(code: string): Promise<string[]> {
  const lines: string[] = []
  const body = code.replace(
    /^import \{([^}]*)\} from '([\w/-]+)'$/m,
    (_, names: string, from: string) => `const {${names}} = modules['${from}']`,
  )
  const run = runInThisContext(`(async (modules, console) => {${body}})`) as (
    ...given: unknown[]
  ) => Promise<void>
  await run(modules, { log: (...output: unknown[]) => lines.push(output.map(String).join(' ')) })
  return lines
}

test('there are examples', () => expect(examples.length).toBeGreaterThan(6))

describe('an example of the library', () => {
  test.each(examples)('$heading', async ({ code }) =>
    expect(await printed(code)).toEqual(promised(code)),
  )
})

const maps = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'].map((name) => ({
  name,
  text: readFileSync(join(import.meta.dirname, '..', name), 'utf8'),
}))

test.each(maps)('every path that $name names is there', ({ text }) => {
  const named = [...text.matchAll(/`((?:src|tests|docs|lessons)\/[\w./-]*)`/g)].map(
    ([, path]) => path!,
  )
  const links = [...text.matchAll(/\]\(([\w./-]+)(?:#[^)]*)?\)/g)].map(([, path]) => path!)
  const isPattern = (path: string): boolean => /\b(name|verb|kind|type|NN|Name)\b/.test(path)
  const missing = [...named, ...links].filter((path) => !isPattern(path) && !existsSync(path))
  expect(missing).toEqual([])
})

test.each(maps)('every script that $name names is there', ({ text }) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }
  const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!)
  expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
})
