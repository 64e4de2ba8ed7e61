/**
 * Classes of xterm for what is never turned on here. The transcript speaks in place of its accessibility
 * tree; nothing is decorated, drawn into an overview ruler, joined, or linked by the octets of a program.
 */

/** Asked for each cell: no decoration is ever registered. */
export class DecorationService {
  readonly onDecorationRegistered = never
  readonly onDecorationRemoved = never

  forEachDecorationAtCell(): void {
    // There is none.
  }

  reset(): void {
    // Nor after a reset.
  }
}

/** An event that does not happen. */
function never(): { dispose(): void } {
  return { dispose: () => undefined }
}

/** Asked for the links that programs write (OSC 8). */
export class OscLinkProvider {
  provideLinks(_line: number, reply: (links: undefined) => void): void {
    reply(undefined)
  }
}

/** Asked for each row: no characters become one. */
export class CharacterJoinerService {
  getJoinedCharacters(): [number, number][] {
    return []
  }
}

/** Made for decorations, and of all the others never: their options are off, or nothing calls what makes them. */
class Nothing {
  dispose(): void {
    // Nothing was made.
  }
}

export {
  Nothing as AccessibilityManager,
  Nothing as BufferDecorationRenderer,
  Nothing as Gesture,
  Nothing as JoinedCellData,
  Nothing as OverviewRulerRenderer,
  Nothing as ScrollbarArrow,
  Nothing as StandardKeyboardEvent,
}
