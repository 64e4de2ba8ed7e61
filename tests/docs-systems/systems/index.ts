import type { DocsSystem } from '../docs-system.ts'
import { docusaurus } from './docusaurus.ts'
import { hugo } from './hugo.ts'
import { mkdocs, mkdocsMaterial } from './mkdocs.ts'
import { sphinx, sphinxFuro } from './sphinx.ts'
import { starlight } from './starlight.ts'
import { vitepress } from './vitepress.ts'

export const systems: readonly DocsSystem[] = [
  ...[vitepress, docusaurus, starlight],
  ...[mkdocs, mkdocsMaterial, sphinx, sphinxFuro, hugo],
]
