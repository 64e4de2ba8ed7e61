const FENCE = /^helo-(?:zone|smtp|terminal|transcript|message|lesson)$/

/** The words behind a fence, `name="value"` or `name`, as properties; what would run a script is left out. */
const propertiesOf = (words) =>
  Object.fromEntries(
    [...words.matchAll(/([a-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/gi)]
      .filter(([, name]) => !/^on/i.test(name))
      .map(([, name, ...values]) => [name, values.find((one) => one !== undefined) || true]),
  )

/** For remark: makes fenced blocks such as ```helo-zone name="example.com" widgets. */
export const heloFences = () => (tree) => {
  for (const [at, node] of (tree.children ?? []).entries())
    if (node.type !== 'code' || !FENCE.test(node.lang ?? '')) heloFences()(node)
    else {
      const text = { type: 'text', value: node.value }
      const code = { type: 'element', tagName: 'pre', properties: {}, children: [text] }
      const hProperties = propertiesOf(node.meta ?? '')
      tree.children[at] = {
        type: 'helo',
        data: { hName: node.lang, hProperties, hChildren: [code] },
      }
    }
}

/** A plugin of Starlight. @param site Where the playground is hosted: `https://…/`. */
export const heloWorld = ({ site }) => ({
  name: 'helo-world',
  hooks: {
    'config:setup'({ config, updateConfig, addIntegration }) {
      const attrs = { type: 'module', src: site.replace(/\/?$/, '/embed.js') }
      updateConfig({ head: [...(config.head ?? []), { tag: 'script', attrs }] })
      const addFences = (astro) => astro.updateConfig({ markdown: { remarkPlugins: [heloFences] } })
      addIntegration({ name: 'helo-world', hooks: { 'astro:config:setup': addFences } })
    },
  },
})
