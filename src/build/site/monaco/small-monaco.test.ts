import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { replaced } from '../../../ui/editor/monaco/parts/replaced.ts'
import { leftOut, type LeftOut } from './left-out.ts'
import { smallMonaco } from './plugin.ts'

const root = join(import.meta.dirname, '../../../..')
const features = readFileSync(join(root, 'src/ui/editor/monaco/open.ts'), 'utf8')
  .match(/(?<=from )'monaco-editor.*'|(?<=import )'monaco-editor.*'/g)!
  .concat("'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js'")

/** The editor with the features that ours has, built with some things left out. */
async function editorWith(
  out: readonly LeftOut[],
  parts: Readonly<Record<string, string>> = replaced,
): Promise<Rolldown.OutputChunk[]> {
  const entry = '\0editor'
  const built = await build({
    ...{ root, configFile: false, publicDir: false, logLevel: 'silent' },
    build: {
      ...{ write: false, minify: false, target: 'es2023', modulePreload: false },
      rolldownOptions: {
        input: entry,
        checks: { pluginTimings: false },
        output: { codeSplitting: { groups: [{ name: 'monaco', test: /monaco/ }] } },
      },
    },
    plugins: [
      smallMonaco(root, { leftOut: out, replaced: parts }),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry ? features.map((name) => `import ${name}`).join('\n') : undefined,
      },
    ],
  })
  const { output } = built as Rolldown.RolldownOutput
  return output.filter((file) => file.type === 'chunk')
}

/** What is on, with a list that differs from ours. */
const but = (one: Omit<LeftOut, 'why'>): readonly LeftOut[] => [...leftOut, { why: '', ...one }]

const DIFF = 'vs/editor/browser/widget/diffEditor/diffEditorWidget.js'

test('what is never on is no part of the built editor, and what is on stays', async () => {
  const chunks = await editorWith(leftOut)
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules))
  const sizeOf = (name: string) =>
    modules.reduce((sum, [id, one]) => sum + (id.endsWith(`/${name}`) ? one.renderedLength : 0), 0)
  for (const left of [
    ...['diffEditorWidget', 'quickInputController', 'abstractTree', 'dompurify', 'minimap'],
    ...['viewLinesGpu', 'treeSitterTree', 'referencesWidget', 'editorWebWorker', 'monarchLexer'],
    ...['actionList', 'snippetParser', 'snippetSession', 'guidesTextModelPart', 'glob'],
  ])
    expect(sizeOf(`${left}.js`), left).toBeLessThan(200)
  for (const kept of [
    ...['findWidget', 'suggestWidget', 'contentHoverWidget', 'actionWidget', 'menu', 'contextmenu'],
    ...['nativeEditContext', 'textAreaEditContext', 'linesOperations', 'wordOperations'],
  ])
    expect(sizeOf(`${kept}.js`), kept).toBeGreaterThan(3000)
  const code = chunks.map((chunk) => chunk.code).join('\n')
  const found = (texts: readonly string[]) => texts.filter((text) => code.includes(text))
  // A description, a long name of a member, an icon and a character that looks like another one.
  expect(found(['Controls whether', '._instantiationService', 'fish4', '"_common":'])).toEqual([])
  expect(found(['_blank', 'left out of the build'])).toHaveLength(2)
  // What it imported later would come with Vite's helper, which stands in a chunk with words.
  expect(chunks.flatMap(({ dynamicImports }) => dynamicImports)).toEqual([])
}, 120_000)

test.each<[string, readonly LeftOut[], Readonly<Record<string, string>>, string]>([
  [
    'a module that is no more',
    but({ modules: { 'vs/editor/nothing.js': ['Nothing'] } }),
    replaced,
    'Nothing of Monaco imports vs/editor/nothing.js any more.',
  ],
  [
    'a replaced module that is no more',
    leftOut,
    { ...replaced, 'vs/editor/nothing.js': 'off.ts' },
    'Nothing of Monaco imports vs/editor/nothing.js any more.',
  ],
  [
    'a module that exports other names',
    but({ modules: { [DIFF]: ['DiffEditorWidget'] } }),
    replaced,
    `${DIFF} of Monaco exports DiffEditorWidget, toLineChanges now.`,
  ],
  [
    'a class that is no more',
    but({ within: { 'vs/base/common/uri.js': ['Nothing'] } }),
    replaced,
    'vs/base/common/uri.js of Monaco has no Nothing any more.',
  ],
  [
    'a part that lacks what is asked of it',
    leftOut,
    { ...replaced, 'vs/base/common/uri.js': 'off.ts' },
    '"URI" is not exported by',
  ],
])(
  '%s stops the build',
  (_, out, parts, error) => expect(editorWith(out, parts)).rejects.toThrow(error),
  120_000,
)
