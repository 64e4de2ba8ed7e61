import { markdownPage, type DocsSystem } from '../docs-system.ts'

export const mkdocs: DocsSystem = {
  name: 'mkdocs',
  folder: 'mkdocs',
  program: ['mkdocs', '--version'],
  debian: 'mkdocs',
  build: ['mkdocs', 'build', '--strict', '--quiet'],
  output: 'site',
  integration: '.',
  styles: 'docs',
  configuration: ['mkdocs.yml', 'material.yml'],
  write: (page) => ({ [`docs/${page.name}.md`]: markdownPage(page, (name) => `${name}.md`) }),
  address: (name) => (name === 'index' ? '' : `${name}/`),
  isOnePage: false,
}

export const mkdocsMaterial: DocsSystem = {
  ...mkdocs,
  name: 'mkdocs-material',
  isMissing: /theme.*material/i,
  debian: 'mkdocs-material',
  build: [...mkdocs.build, '--config-file', 'material.yml'],
  toggleDark: (page) => page.locator('.md-header__option label:visible').first().click(),
  isOnePage: true,
}
