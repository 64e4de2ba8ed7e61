import type * as monaco from 'monaco-editor/editor'
import {
  SuggestController,
  type Suggested,
} from 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'
import { KEYS_REST, Rest } from '../../kit/rest.ts'

/**
 * Offers what may be written once the keys rest: a list that comes and goes under quick fingers is no
 * help, and drawing it makes each key dearer. Who wants it at once presses Control and Space.
 */
export class Offers implements monaco.IDisposable {
  private readonly rest = new Rest(() => this.offer(), KEYS_REST)
  private readonly editor: monaco.editor.ICodeEditor
  private readonly listening: monaco.IDisposable
  private watching: monaco.IDisposable | undefined

  constructor(editor: monaco.editor.ICodeEditor) {
    this.editor = editor
    this.listening = editor.onDidChangeModelContent((event) => this.noticeChange(event))
  }

  dispose(): void {
    this.rest.cancel()
    this.listening.dispose()
    this.watching?.dispose()
  }

  private noticeChange(event: monaco.editor.IModelContentChangedEvent): void {
    if (isTyped(event)) this.rest.notice()
    else this.rest.cancel()
  }

  private offer(): void {
    if (!this.editor.hasTextFocus()) return
    this.watching ??= withoutWhatStands(this.editor)
    this.editor.trigger('rest', 'editor.action.triggerSuggest', { auto: true })
  }
}

/** Ends an offer of just the word that stands there: it would change nothing, and cover what lies below. */
function withoutWhatStands(editor: monaco.editor.ICodeEditor): monaco.IDisposable | undefined {
  const suggest = SuggestController.get(editor)
  return suggest?.model.onDidSuggest((suggested) => {
    if (suggested.triggerOptions.auto && isWritten(suggested)) suggest.cancelSuggestWidget()
  })
}

function isWritten({ completionModel: { items } }: Suggested): boolean {
  const [one, ...others] = items
  if (!one || others.length) return false
  return one.completion.insertText.trimEnd().toLowerCase() === one.word.toLowerCase()
}

/** One character, or a quote with the one that closes it; a new line begins with a name, which cannot be guessed. */
function isTyped({
  changes,
  isFlush,
  isUndoing,
  isRedoing,
}: monaco.editor.IModelContentChangedEvent) {
  const [change] = changes
  const isOne = changes.length === 1 && /^(?:[^\r\n]|"")$/.test(change?.text ?? '')
  return isOne && !isFlush && !isUndoing && !isRedoing
}
