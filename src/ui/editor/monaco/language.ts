import * as monaco from 'monaco-editor/editor'
import type { Diagnostic } from '../../../core/diagnostic.ts'
import { sectionLabel, sectionUrl } from '../../../core/section.ts'
import { zoneTokens } from '../zone-tokens.ts'
import { rangeOf, toMarker } from './markers.ts'

/** The name of our language in Monaco, and of the owner of its markers. */
export const ZONE = 'zone'

const findings = new Map<string, readonly Diagnostic[]>()

type Model = monaco.editor.ITextModel

/** Hovers and quick fixes are made from these; they belong to the text as it stands. */
export const rememberFindings = (model: Model, found: readonly Diagnostic[]): void =>
  void findings.set(model.uri.toString(), found)

export const forgetFindings = (model: Model): void => void findings.delete(model.uri.toString())

const foundAt = (model: Model, range: monaco.IRange): readonly Diagnostic[] =>
  (findings.get(model.uri.toString()) ?? []).filter(({ span }) =>
    monaco.Range.areIntersectingOrTouching(rangeOf(model, span), range),
  )

/** Teaches Monaco our zones: colours, hovers with the reason, quick fixes. */
export function setUpLanguage(): void {
  monaco.languages.register({ id: ZONE })
  monaco.languages.setLanguageConfiguration(ZONE, {
    comments: { lineComment: ';' },
    brackets: [['(', ')']],
    autoClosingPairs: [{ open: '"', close: '"', notIn: ['string', 'comment'] }],
    wordPattern: /[^\s"();=:]+/g,
  })
  monaco.languages.setTokensProvider(ZONE, {
    getInitialState: () => state,
    tokenize: (line) => ({
      endState: state,
      tokens: scopes(line),
    }),
  })
  monaco.languages.registerHoverProvider(ZONE, { provideHover })
  monaco.languages.registerCodeActionProvider(ZONE, { provideCodeActions })
}

/** Each line stands for itself. */
const state: monaco.languages.IState = { clone: () => state, equals: () => true }

/** Monaco wants a scope from each start on; what lies between two tokens has none. */
function scopes(line: string): monaco.languages.IToken[] {
  return zoneTokens(line).flatMap(({ from, to, kind }) => [
    { startIndex: from, scopes: kind },
    { startIndex: to, scopes: '' },
  ])
}

/** The marker says what happened; this says why, and where it is written. */
function provideHover(
  model: Model,
  { lineNumber, column }: monaco.Position,
): monaco.languages.Hover | undefined {
  const here = new monaco.Range(lineNumber, column, lineNumber, column)
  const found = foundAt(model, here)
  if (!found.length) return undefined
  return {
    contents: found.map(({ why, source }) => ({
      value: `${why}\n\n[${sectionLabel(source)}](${sectionUrl(source)})`,
    })),
  }
}

function provideCodeActions(
  model: Model,
  range: monaco.Range,
): monaco.languages.CodeActionList | undefined {
  const actions = foundAt(model, range).flatMap((found) =>
    found.fixes
      .filter(({ edits }) => edits.every(({ file }) => file === undefined || file === found.file))
      .map((fix, index): monaco.languages.CodeAction => ({
        title: fix.title.replaceAll('`', ''),
        kind: 'quickfix',
        isPreferred: index === 0,
        diagnostics: [toMarker(model, found)],
        edit: {
          edits: fix.edits.map(({ span, text }) => ({
            resource: model.uri,
            versionId: model.getVersionId(),
            textEdit: { range: rangeOf(model, span), text },
          })),
        },
      })),
  )
  return { actions, dispose() {} }
}
