import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'

interface Node {
  readonly type: string
  readonly lang?: string
  readonly meta?: string | null
  readonly value?: string
  readonly children?: Node[]
}
type Remark = () => (tree: Node) => void
type Configuration = Record<string, unknown> & {
  markdown: { config(md: InstanceType<typeof MarkdownIt>): Promise<void> }
  vue: { template: { compilerOptions: { isCustomElement(tag: string): boolean } } }
}

const moduleOf = async <Exports>(name: string): Promise<Exports> =>
  (await import(`../../integrations/${name}/helo-world.js`)) as Exports

const text = '*a* _b_ &lt; <b> {{ c }}\n\n  d'

describe('VitePress', async () => {
  const { withHeloWorld } = await moduleOf<{
    withHeloWorld(site: string, config?: object): Configuration
  }>('vitepress')
  const drawn = async (source: string, config = {}) => {
    const md = new MarkdownIt({ html: true })
    await withHeloWorld('https://a.example', config).markdown.config(md)
    return md.render(source)
  }

  test('a fence becomes an element, with its text and its attributes', async () =>
    expect(
      await drawn(`\`\`\`helo-zone name="a&amp;b" label='"c"' readonly height=40\n${text}\n\`\`\``),
    ).toBe(
      '<helo-zone name="a&amp;b" label="&quot;c&quot;" readonly="" height="40" v-pre><div class="language-"><pre><code>' +
        '*a* _b_ &amp;lt; &lt;b> {{ c }}\n\n  d\n</code></pre></div></helo-zone>\n',
    ))

  test('what would run a script is left out, and other fences are as they were', async () => {
    expect(await drawn('```helo-zone onclick="x()" OnLoad=x\n```')).toContain('<helo-zone v-pre>')
    for (const other of ['helo-zones', 'helo', 'js helo-zone'])
      expect(await drawn(`\`\`\`${other}\n\`\`\``)).toContain('<pre><code class="language-')
  })

  test('what was configured stays', async () => {
    const seen: unknown[] = []
    const config = {
      title: 'Docs',
      head: [['meta', {}]],
      markdown: { lineNumbers: true, config: (md: unknown) => void seen.push(md) },
      vue: { template: { compilerOptions: { isCustomElement: (tag: string) => tag === 'x-y' } } },
    }
    const made = withHeloWorld('https://a.example/w', config)
    const script = ['script', { type: 'module', src: 'https://a.example/w/embed.js' }]
    expect(made).toMatchObject({ title: 'Docs', head: [['meta', {}], script] })
    expect(made.markdown).toMatchObject({ lineNumbers: true })
    await made.markdown.config(new MarkdownIt())
    expect(seen).toHaveLength(1)
    const { isCustomElement } = made.vue.template.compilerOptions
    expect(['x-y', 'helo-zone', 'Other'].map(isCustomElement)).toEqual([true, true, false])
  })
})

const fenced = (lang: string, meta: string | null = null): Node => ({
  ...{
    type: 'root',
    children: [{ type: 'listItem', children: [{ type: 'code', lang, meta, value: text }] }],
  },
})
const inner = (tree: Node) => tree.children![0]!.children![0]!

test('Docusaurus: a fence becomes an element, which the theme leaves alone', async () => {
  const { heloFences } = await moduleOf<{ heloFences: Remark }>('docusaurus')
  const tree = fenced('helo-zone', 'name="a.example" readonly onclick=x')
  heloFences()(tree)
  expect(inner(tree)).toMatchObject({
    ...{ type: 'mdxJsxFlowElement', name: 'helo-zone', data: { _mdxExplicitJsx: true } },
    attributes: [
      { name: 'name', value: 'a.example' },
      { name: 'readonly', value: '' },
    ],
    children: [{ name: 'pre', attributes: [{ name: 'children', value: text }] }],
  })
})

test('Docusaurus: the script is brought, and a site is asked for', async () => {
  const { heloWorld } = await moduleOf<{
    heloWorld(context: object, options: object): { injectHtmlTags(): unknown }
  }>('docusaurus')
  const attributes = { type: 'module', src: 'https://a.example/embed.js' }
  expect(heloWorld({}, { site: 'https://a.example/' }).injectHtmlTags()).toEqual({
    headTags: [{ tagName: 'script', attributes }],
  })
  expect(() => heloWorld({}, {})).toThrow('say where the playground is')
})

test('Starlight: a fence becomes an element', async () => {
  const { heloFences } = await moduleOf<{ heloFences: Remark }>('starlight')
  const tree = fenced('helo-smtp', 'scenario="bank" autostart onclick=x')
  heloFences()(tree)
  expect(inner(tree)).toMatchObject({
    data: {
      hName: 'helo-smtp',
      hProperties: { scenario: 'bank', autostart: true },
      hChildren: [{ tagName: 'pre', children: [{ type: 'text', value: text }] }],
    },
  })
})

test.each(['docusaurus', 'starlight'])('%s: other fences are as they were', async (name) => {
  const { heloFences } = await moduleOf<{ heloFences: Remark }>(name)
  for (const lang of ['js', 'helo-zones']) {
    const tree = fenced(lang)
    heloFences()(tree)
    expect(tree).toEqual(fenced(lang))
  }
})
