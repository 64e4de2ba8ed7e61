import * as monaco from 'monaco-editor/editor'
import type { Diagnostic } from '../../../core/diagnostic.ts'
import { sectionLabel, sectionUrl } from '../../../core/section.ts'
import type { Zone } from '../../../dns/zone/zone.ts'
import { completionsAt } from '../language/completions.ts'
import { hoverAt } from '../language/hover.ts'
import { rulePage } from '../../views/rule-page.ts'
import { rangeOf, toMarker } from './markers.ts'

/** The name of our language in Monaco, and of the owner of its markers. */
export const ZONE = 'zone'

/** What is known of a model's text beyond the text. */
export interface Knowledge {
  readonly origin: string
  readonly diagnostics: readonly Diagnostic[]
  zones(): readonly Zone[]
}

type Model = monaco.editor.ITextModel

const known = new Map<string, Knowledge>()

/** Hovers, completions and quick fixes are made from this; it is about the text as it stands. */
export const know = (model: Model, knowledge: Knowledge): void =>
  void known.set(model.uri.toString(), knowledge)

export const forget = (model: Model): void => void known.delete(model.uri.toString())

const knowledgeOf = (model: Model): Knowledge | undefined => known.get(model.uri.toString())

/** Teaches Monaco our zones: hovers with the reason, what may be written, quick fixes. */
export function setUpLanguage(): void {
  monaco.languages.register({ id: ZONE })
  monaco.languages.setLanguageConfiguration(ZONE, {
    comments: { lineComment: ';' },
    autoClosingPairs: [{ open: '"', close: '"' }],
    wordPattern: /[^\s"();=:]+/g,
  })
  monaco.languages.registerHoverProvider(ZONE, { provideHover })
  monaco.languages.registerCompletionItemProvider(ZONE, {
    triggerCharacters: [' ', '"', '=', ':', '_', '.', ';'],
    provideCompletionItems,
  })
  monaco.languages.registerCodeActionProvider(ZONE, { provideCodeActions })
}

function provideHover(model: Model, position: monaco.Position): monaco.languages.Hover | undefined {
  const knowledge = knowledgeOf(model)
  if (!knowledge) return undefined
  const zones = knowledge.zones()
  const found = hoverAt(model.getValue(), model.getOffsetAt(position), { ...knowledge, zones })
  if (!found) return undefined
  const { span, title, lines, source } = found
  const link = source ? [`[${sectionLabel(source)}](${sectionUrl(source)})`] : []
  // A finding's own sentence already stands in the hover, from its marker.
  const finding = knowledge.diagnostics.find(({ message }) => message === title)
  const heading = finding ? [] : [title]
  const more = finding ? [`[More about this rule](${rulePage(finding.code)})`] : []
  return {
    range: rangeOf(model, span),
    contents: [...heading, ...lines, ...link, ...more].map((value) => ({ value })),
  }
}

function provideCompletionItems(
  model: Model,
  position: monaco.Position,
): monaco.languages.CompletionList {
  const knowledge = knowledgeOf(model)
  if (!knowledge) return { suggestions: [] }
  const offset = model.getOffsetAt(position)
  const { origin } = knowledge
  const { from, to, items } = completionsAt(model.getValue(), offset, {
    origin,
    zones: knowledge.zones(),
  })
  const range = rangeOf(model, { from, to })
  return {
    suggestions: items.map(({ label, insert, detail, documentation }, index) => ({
      label: { label, description: detail },
      insertText: insert,
      documentation: { value: documentation },
      kind: monaco.languages.CompletionItemKind.Value,
      sortText: String(index).padStart(4, '0'),
      range,
    })),
  }
}

function provideCodeActions(
  model: Model,
  range: monaco.Range,
): monaco.languages.CodeActionList | undefined {
  const touching = (knowledgeOf(model)?.diagnostics ?? []).filter(({ span }) =>
    monaco.Range.areIntersectingOrTouching(rangeOf(model, span), range),
  )
  return { actions: touching.flatMap((found) => fixesOf(model, found)), dispose() {} }
}

/** Fixes that stay in this zone; those that reach into another one are buttons below. */
function fixesOf(model: Model, found: Diagnostic): monaco.languages.CodeAction[] {
  return found.fixes
    .filter(({ edits }) => edits.every(({ file }) => file === undefined || file === found.file))
    .map((fix, index) => ({
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
    }))
}
