import { markdownPage, type DocsSystem } from '../docs-system.ts'

export const starlight: DocsSystem = {
  name: 'starlight',
  build: ['npx', '--no-install', 'astro', 'build'],
  output: 'dist',
  integration: '.',
  configuration: ['astro.config.mjs'],
  write: (page) => ({
    // One page as Markdown, the other as MDX.
    [`src/content/docs/${page.name}.${page.name === 'index' ? 'md' : 'mdx'}`]: markdownPage(
      ...([page, (name: string) => (name === 'index' ? '/' : `/${name}/`)] as const),
      `---\ntitle: ${page.title}\n---\n`,
    ),
  }),
  address: (name) => (name === 'index' ? '' : `${name}/`),
  toggleDark: async (page) => {
    const select = page.getByLabel('Select theme').filter({ visible: true }).first()
    await select.selectOption((await select.inputValue()) === 'dark' ? 'light' : 'dark')
  },
  // With the view transitions of Astro.
  isOnePage: true,
}
