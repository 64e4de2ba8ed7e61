const FENCE = /^helo-(?:zone|smtp|terminal|transcript|message|lesson)$/

/** The words behind a fence, `name="value"` or `name`, as attributes; what would run a script is left out. */
const attributesOf = (words) =>
  [...words.matchAll(/([a-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/gi)]
    .filter(([, name]) => !/^on/i.test(name))
    .map(([, name, ...values]) => [name, values.find((one) => one !== undefined) ?? ''])

/** An element as MDX has it that its author writes, which no component of the theme takes the place of. */
const element = (name, attributes, children = []) => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: attributes.map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
  children,
  data: { _mdxExplicitJsx: true },
})

/** For remark: makes fenced blocks such as ```helo-zone name="example.com" widgets. */
export const heloFences = () => (tree) => {
  for (const [at, node] of (tree.children ?? []).entries())
    if (node.type !== 'code' || !FENCE.test(node.lang ?? '')) heloFences()(node)
    else {
      // As a property: a text in it would lose the spaces that its lines begin with.
      const code = element('pre', [['children', node.value]])
      tree.children[at] = element(node.lang, attributesOf(node.meta ?? ''), [code])
    }
}

/** A plugin of Docusaurus, which brings the script. @param options `site`: where the playground is hosted. */
export const heloWorld = (_, { site }) => {
  if (!site) throw new Error('helo-world: say where the playground is, { site: "https://…/" }.')
  const attributes = { type: 'module', src: site.replace(/\/?$/, '/embed.js') }
  return {
    name: 'helo-world',
    injectHtmlTags: () => ({ headTags: [{ tagName: 'script', attributes }] }),
  }
}
