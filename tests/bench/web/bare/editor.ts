/** The least that a page with Monaco is: the core of the editor and a text, without a language. */
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import text from '../../../../lessons/04-spf/01-your-first-spf/zones/example.org.zone?raw'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
monaco.editor.create(document.querySelector('main')!, {
  value: text,
  ariaLabel: 'Zone example.org',
  automaticLayout: true,
  minimap: { enabled: false },
})
