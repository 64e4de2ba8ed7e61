/** A contribution that an editor is asked for and has none of. */
class Off {
  static readonly ID = 'editor.contrib.off'

  static get(): null {
    return null
  }

  dispose(): void {}
}

export {
  /** Pastes files and rich texts as something else. */
  Off as CopyPasteController,
  /** The glyph margin is off, and no line number of ours has a hover. */
  Off as GlyphHoverController,
  /** No sentence of ours holds a block of code. */
  Off as EditorMarkdownCodeBlockRenderer,
  /** What lines show how far a text is indented: off. */
  Off as GuidesTextModelPart,
  /** Nothing in our documents is a symbol that is defined elsewhere. */
  Off as GotoDefinitionAtPositionEditorContribution,
}

/** Colours in a text have no sign beside them. */
export const isOnColorDecorator = (): boolean => false

/** No language of ours has a formatter that another one could be in conflict with. */
export const FormattingConflicts = { setFormatterSelector(): void {} }

/** Our options (look.ts) have the names that they have today. */
export const migrateOptions = (): void => {}
