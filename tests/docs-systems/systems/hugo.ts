import { toggleSystem, type DocsSystem } from '../docs-system.ts'
import type { Widget } from '../widgets.ts'

function shortcode({ kind, attributes, text }: Widget): string {
  const words = Object.entries({ kind, ...attributes }).map(([name, value]) =>
    value.includes('"') ? ` ${name}=\`${value}\`` : ` ${name}="${value}"`,
  )
  return `{{< helo${words.join('')} >}}\n${text}\n{{< /helo >}}\n`
}

export const hugo: DocsSystem = {
  name: 'hugo',
  program: ['hugo', 'version'],
  debian: 'hugo',
  build: ['hugo', '--quiet', '--panicOnWarning'],
  output: 'public',
  integration: 'layouts/shortcodes',
  configuration: ['hugo.toml'],
  write: ({ name, title, widgets, next }) => ({
    [`content/${name === 'index' ? '_index' : name}.md`]: [
      `---\ntitle: ${title}\n---\n`,
      `[To the other page](${next === 'index' ? '/' : `/${next}/`})\n`,
      ...widgets.map(shortcode),
    ].join('\n'),
  }),
  address: (name) => (name === 'index' ? '' : `${name}/`),
  toggleDark: toggleSystem,
  isOnePage: false,
}
