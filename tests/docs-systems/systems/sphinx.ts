import type { DocsSystem } from '../docs-system.ts'
import type { Widget } from '../widgets.ts'

/** A message is in a file of its own: in a text, docutils makes spaces of tabs and takes spaces from ends of lines. */
const fileOf = ({ kind, text }: Widget): string | undefined =>
  kind === 'message' || text.includes('\t') ? `${kind}.txt` : undefined

function directive(widget: Widget): string {
  const { kind, attributes, text } = widget
  const file = fileOf(widget)
  const options = Object.entries(attributes).map(([name, value]) =>
    `   :${name}: ${value}`.trimEnd(),
  )
  const lines = text.split('\n').map((line) => (line === '' ? '' : `   ${line}`))
  const head = `.. helo-${kind}::${file === undefined ? '' : ` ${file}`}`
  return [head, ...options, '', ...(file === undefined ? lines : [])].join('\n')
}

export const sphinx: DocsSystem = {
  name: 'sphinx',
  folder: 'sphinx',
  program: ['sphinx-build', '--version'],
  debian: 'python3-sphinx',
  build: ['sphinx-build', '-W', '-q', '-j', '2', '-b', 'html', '.', '_build'],
  output: '_build',
  integration: '.',
  styles: '_static',
  configuration: ['conf.py'],
  write: ({ name, title, widgets, next }) => ({
    [`${name}.rst`]: [
      ...[title, '='.repeat(title.length), '', 'Text before.', ''],
      ...[`:doc:\`To the other page <${next}>\``, ''],
      ...widgets.map((widget) => `${directive(widget)}\n`),
      ...['Text after.', ''],
      ...(name === 'index' ? ['.. toctree::', '', '   second', ''] : []),
    ].join('\n'),
    ...Object.fromEntries(
      widgets.flatMap((widget) => {
        const file = fileOf(widget)
        return file === undefined ? [] : [[file, widget.text]]
      }),
    ),
  }),
  address: (name) => `${name}.html`,
  isOnePage: false,
}

export const sphinxFuro: DocsSystem = {
  ...sphinx,
  name: 'sphinx-furo',
  isMissing: /no theme named 'furo'/,
  debian: 'furo',
  build: [...sphinx.build, '-D', 'html_theme=furo'],
  // Debian's package of it lacks a file, and has a script that is a module and is not loaded as one.
  ownFaults: /normalize\.css|Cannot use import statement outside a module/,
  // So its switch is not there either; this is what it would do.
  toggleDark: (page) =>
    page.evaluate(() => {
      const { dataset } = document.body
      dataset['theme'] = dataset['theme'] === 'dark' ? 'light' : 'dark'
    }),
}
