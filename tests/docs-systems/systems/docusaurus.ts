import { markdownPage, type DocsSystem } from '../docs-system.ts'

export const docusaurus: DocsSystem = {
  name: 'docusaurus',
  build: ['npx', '--no-install', 'docusaurus', 'build'],
  output: 'build',
  integration: '.',
  configuration: ['docusaurus.config.js'],
  write: (page) => ({ [`docs/${page.name}.md`]: markdownPage(page, (name) => `./${name}.md`) }),
  address: (name) => (name === 'index' ? '' : `${name}/`),
  toggleDark: (page) =>
    page
      .getByRole('button', { name: /dark and light mode/ })
      .first()
      .click(),
  isOnePage: true,
}
