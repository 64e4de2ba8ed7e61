import { markdownPage, type DocsSystem } from '../docs-system.ts'

export const vitepress: DocsSystem = {
  name: 'vitepress',
  build: ['npx', '--no-install', 'vitepress', 'build', '.'],
  output: '.vitepress/dist',
  integration: '.',
  configuration: ['.vitepress/config.mjs'],
  write: (page) => ({ [`${page.name}.md`]: markdownPage(page, (name) => `./${name}.md`) }),
  address: (name) => (name === 'index' ? '' : `${name}.html`),
  toggleDark: (page) => page.locator('.VPSwitchAppearance:visible').first().click(),
  isOnePage: true,
}
