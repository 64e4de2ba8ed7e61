import { words } from '#words/monaco'
import * as monaco from 'monaco-editor/editor'
import type { Diagnostic } from '../../../core/diagnostic.ts'
import { sectionLabel, sectionUrl } from '../../../core/section.ts'
import type { DeskDocument } from '../../../lab/desk-documents.ts'
import { colourings } from '../../../lab/language/colours/colour-document.ts'
import type { Hover } from '../../../lab/language/answers.ts'
import { hoverFinding } from '../../../lab/language/hover-finding.ts'
import type { Ask } from '../../../lab/questions/index.ts'
import { hasRulePage, rulePage } from '../../views/rule-page.ts'
import { rangeOf, toMarker } from './markers.ts'
import { tokensBy } from './tokens.ts'

/** The owner of our markers in Monaco. */
export const ZONE = 'zone'

/** How the text of each kind of document is typed; the kind is the name of its language in Monaco. */
const configurations: Readonly<
  Record<DeskDocument['kind'], monaco.languages.LanguageConfiguration>
> = {
  zone: {
    comments: { lineComment: ';' },
    autoClosingPairs: [{ open: '"', close: '"' }],
    wordPattern: /[^\s"();=:]+/g,
  },
  settings: { comments: { lineComment: '#' }, wordPattern: /[^\s,=#]+/g },
  message: { wordPattern: /[^\s:;<>@"]+/g },
}

/** What is known of a model's text beyond the text. */
export interface Knowledge {
  readonly kind: DeskDocument['kind']
  readonly origin: string
  readonly diagnostics: readonly Diagnostic[]
  readonly ask: Ask
}

type Model = monaco.editor.ITextModel

const known = new Map<string, Knowledge>()

/** Hovers, completions and quick fixes are made from this; it is about the text as it stands. */
export const know = (model: Model, knowledge: Knowledge): void =>
  void known.set(model.uri.toString(), knowledge)

export const forget = (model: Model): void => void known.delete(model.uri.toString())

const knowledgeOf = (model: Model): Knowledge | undefined => known.get(model.uri.toString())

/** Teaches Monaco our documents: hovers with the reason, what may be written, quick fixes. */
export function setUpLanguages(): void {
  for (const kind of Object.keys(configurations) as DeskDocument['kind'][]) {
    monaco.languages.register({ id: kind })
    monaco.languages.setLanguageConfiguration(kind, configurations[kind])
    monaco.languages.setTokensProvider(kind, tokensBy(colourings[kind]))
    monaco.languages.registerHoverProvider(kind, { provideHover })
    monaco.languages.registerCompletionItemProvider(kind, { provideCompletionItems })
    monaco.languages.registerCodeActionProvider(kind, { provideCodeActions })
  }
}

/** An answer about a text that was changed meanwhile is dropped. */
async function provideHover(
  model: Model,
  position: monaco.Position,
): Promise<monaco.languages.Hover | undefined> {
  const knowledge = knowledgeOf(model)
  if (!knowledge) return undefined
  const at = model.getOffsetAt(position)
  const version = model.getVersionId()
  const found = hoverFinding(at, knowledge.diagnostics) ?? (await askHover(model, at, knowledge))
  const isCurrent = !model.isDisposed() && model.getVersionId() === version
  return found && isCurrent ? toHover(model, found, knowledge) : undefined
}

async function askHover(model: Model, at: number, { kind, origin, ask }: Knowledge) {
  return (await ask('hover', { kind, origin, text: model.getValue(), at })).found
}

function toHover(model: Model, found: Hover, { diagnostics }: Knowledge): monaco.languages.Hover {
  const { span, title, lines, source } = found
  const link = source ? [`[${sectionLabel(source)}](${sectionUrl(source)})`] : []
  // A finding's own sentence already stands in the hover, from its marker.
  const finding = diagnostics.find(({ message }) => message === title)
  const heading = finding ? [] : [title]
  const more =
    finding && hasRulePage(finding.code) ? [`[${words.aboutRule}](${rulePage(finding.code)})`] : []
  return {
    range: rangeOf(model, span),
    contents: [...heading, ...lines, ...link, ...more].map((value) => ({ value })),
  }
}

/**
 * What is typed on while the lab answers, Monaco filters by itself; where the text before the place
 * is another one by then, the answer is dropped.
 */
async function provideCompletionItems(
  model: Model,
  position: monaco.Position,
): Promise<monaco.languages.CompletionList> {
  const knowledge = knowledgeOf(model)
  if (!knowledge) return NOTHING
  const { kind, origin, ask } = knowledge
  const at = model.getOffsetAt(position)
  const before = textBefore(model, position)
  const answer = await ask('completions', { kind, origin, text: model.getValue(), at })
  if (model.isDisposed() || textBefore(model, position) !== before) return NOTHING
  const { lineNumber, column } = position
  const range = new monaco.Range(
    ...([lineNumber, column - (at - answer.from)] as const),
    ...([lineNumber, column + (answer.to - at)] as const),
  )
  return {
    suggestions: answer.items.map(({ label, insert, detail, documentation }, index) => ({
      label: { label, description: detail },
      insertText: insert,
      documentation: { value: documentation },
      kind: monaco.languages.CompletionItemKind.Value,
      sortText: String(index).padStart(4, '0'),
      range,
    })),
  }
}

const NOTHING: monaco.languages.CompletionList = { suggestions: [] }

/** What stands before a place in its line; undefined where there is no such place any more. */
const textBefore = (model: Model, { lineNumber, column }: monaco.Position): string | undefined =>
  lineNumber > model.getLineCount()
    ? undefined
    : model.getLineContent(lineNumber).slice(0, column - 1)

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
