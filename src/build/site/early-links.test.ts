import type { Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { earlyModules, withEarlyLinks } from './early-links.ts'

const chunk = (name: string, imports: readonly string[] = [], module = '', sheet?: string) => ({
  ...{ type: 'chunk', fileName: `assets/${name}.js`, imports, facadeModuleId: `/home/${module}` },
  viteMetadata: { importedCss: new Set(sheet ? [sheet] : []) },
})
const bundle = Object.fromEntries(
  [
    chunk('first'),
    chunk('talking', ['assets/first.js'], 'src/ui/panels/talking.ts', 'assets/talking.css'),
    chunk('terminal', ['assets/first.js', 'assets/run.js'], 'src/ui/terminal/terminal.ts'),
    chunk('run'),
  ].map((one) => [one.fileName, one]),
) as unknown as Rolldown.OutputBundle
const html = '<head><script type="module" src="../../assets/first.js"></script></head>'

test('a lesson with a terminal fetches it beside its own script, with all that it imports', () => {
  const links = [
    ...withEarlyLinks(html, bundle, earlyModules(['terminal', 'mailbox'])).matchAll(/<link.*?>/g),
  ]
  expect(links.map(([link]) => link.replace('fetchpriority="low" crossorigin ', ''))).toEqual([
    '<link rel="modulepreload" href="../../assets/talking.js">',
    '<link rel="preload" as="style" href="../../assets/talking.css">',
    '<link rel="modulepreload" href="../../assets/terminal.js">',
    '<link rel="modulepreload" href="../../assets/run.js">',
  ])
})

test('a page without one stays as it is', () =>
  expect(withEarlyLinks(html, bundle, earlyModules(['mailbox']))).toBe(html))
