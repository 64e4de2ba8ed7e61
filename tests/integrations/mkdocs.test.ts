import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What the hook makes of a page, with a Markdown that sets each place in a paragraph. */
const script = `
import json, sys
sys.path.insert(0, "integrations/mkdocs")
sys.dont_write_bytecode = True
import helo_world
class Page: pass
page = Page()
markdown = helo_world.on_page_markdown(json.load(sys.stdin), page=page)
html = "\\n".join(f"<p>{line}</p>" if line.startswith("helo8") else line for line in markdown.split("\\n"))
print(json.dumps([markdown, helo_world.on_page_content(html, page=page)]))
`
const python = spawnSync('python3', ['--version']).status === 0

function drawn(source: string): [markdown: string, html: string] {
  const { stdout, stderr } = spawnSync('python3', ['-c', script], {
    ...{ input: JSON.stringify(source), encoding: 'utf8' as const },
  })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as [string, string]
}

test.skipIf(!python)('MkDocs: a fence is put aside, and comes back as an element', () => {
  const [markdown, html] = drawn(
    'a\n\n```helo-zone name="a&amp;b" readonly onclick=x\n*a* &lt; <b>\n\n\tc\n```\n\nd',
  )
  expect(markdown).toBe('a\n\n\nhelo8world808\n\n\nd')
  expect(html).toContain(
    '<helo-zone name="a&amp;b" readonly=""><pre><code>*a* &amp;lt; &lt;b&gt;\n\n\tc\n</code></pre></helo-zone>',
  )
})

test.skipIf(!python)('MkDocs: in a list the indent of the fence is not of the text', () =>
  expect(drawn('- a\n\n    ~~~ helo-zone\n    b\n      c\n    ~~~\n')[1]).toContain(
    '<pre><code>b\n  c\n</code></pre>',
  ),
)

test.skipIf(!python)('MkDocs: a fence in a longer one, and other fences, are as they were', () => {
  const source = '````md\n```helo-zone\na\n```\n````\n\n```js\nb\n```\n\n```helo-zones\nc\n```\n'
  expect(drawn(source)).toEqual([source, source])
})
