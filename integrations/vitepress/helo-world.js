const KINDS = 'zone|smtp|terminal|transcript|message|lesson'

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The words behind a fence, `name="value"` or `name`, as attributes; what would run a script is left out. */
const attributesOf = (words) =>
  [...words.matchAll(/([a-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/gi)]
    .filter(([, name]) => !/^on/i.test(name))
    .map(
      ([, name, ...values]) =>
        ` ${name}="${escaped(values.find((one) => one !== undefined) ?? '')}"`,
    )
    .join('')

/** Makes fenced blocks such as ```helo-zone name="example.com" widgets. */
function fences(md) {
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, at, ...rest) => {
    const info = md.utils.unescapeAll(tokens[at].info)
    const [, kind, words] = new RegExp(`^helo-(${KINDS})(?:\\s+([^]*))?$`).exec(info.trim()) ?? []
    if (!kind) return fence(tokens, at, ...rest)
    const code = `<div class="language-"><pre><code>${escaped(tokens[at].content)}</code></pre></div>`
    return `<helo-${kind}${attributesOf(words ?? '')} v-pre>${code}</helo-${kind}>\n`
  }
}

/** @param site Where the playground is hosted: `https://…/`. @param config Of VitePress. */
export function withHeloWorld(site, config = {}) {
  const { head = [], markdown, vue } = config
  const given = vue?.template?.compilerOptions
  const isCustomElement = (tag) => tag.startsWith('helo-') || !!given?.isCustomElement?.(tag)
  const template = { ...vue?.template, compilerOptions: { ...given, isCustomElement } }
  return {
    ...config,
    head: [...head, ['script', { type: 'module', src: site.replace(/\/?$/, '/embed.js') }]],
    markdown: { ...markdown, config: async (md) => (await markdown?.config?.(md), fences(md)) },
    vue: { ...vue, template },
  }
}
