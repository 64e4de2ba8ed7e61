import type { DeskDocument } from '../../desk-documents.ts'
import { colourLine, type ColouredLine } from './colour-line.ts'
import { colourMessage } from './colour-message.ts'
import { colourSettings } from './colour-settings.ts'
import type { LineState } from './line-state.ts'

/** Colours one line after the one before. */
export type ColourLine = (text: string, before: LineState) => ColouredLine

/** How each kind of document is coloured. */
export const colourings: Readonly<Record<DeskDocument['kind'], ColourLine>> = {
  zone: colourLine,
  settings: colourSettings,
  message: colourMessage,
}
