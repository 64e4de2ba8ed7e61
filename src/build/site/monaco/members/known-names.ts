import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wordsIn } from './member-names.ts'

/** Of the language and of browsers, as TypeScript describes them. */
const LIBRARY = /^lib\.(?:es|dom|decorators).*\.d\.ts$/

/** What browsers know, or others read, and TypeScript's library has not. */
const BEYOND_THE_LIBRARY = {
  editContext: [
    ...[
      'EditContext',
      'editContext',
      'attachedElements',
      'characterBounds',
      'characterBoundsRangeStart',
    ],
    ...['updateText', 'updateSelection', 'updateControlBounds', 'updateSelectionBounds'],
    ...['updateCharacterBounds', 'updateRangeStart', 'updateRangeEnd', 'getTextFormats'],
    ...['rangeStart', 'rangeEnd', 'underlineStyle', 'underlineThickness'],
  ],
  trustedTypes: ['trustedTypes', 'createPolicy', 'createHTML', 'createScript', 'createScriptURL'],
  elementsOfTheirOwn: [
    ...['connectedCallback', 'disconnectedCallback', 'connectedMoveCallback', 'adoptedCallback'],
    ...['attributeChangedCallback', 'observedAttributes'],
  ],
  // With what is copied there goes how: another editor may read it, or have written it.
  clipboard: ['version', 'isFromEmptySelection', 'multicursorText', 'mode'],
}

/** Names that the code in a folder uses; its tests are no part of a site. */
export const namesIn = (folder: string): ReadonlySet<string> =>
  new Set(wordsOf(folder, /(?<!\.test)\.ts$/))

/**
 * Names that a bundle of the editor has in common with others: these it must keep.
 * @param around Of the code that uses it.
 */
export function knownNames(around: ReadonlySet<string>): ReadonlySet<string> {
  const library = dirname(fileURLToPath(import.meta.resolve('typescript')))
  return new Set([
    ...wordsOf(library, LIBRARY),
    ...around,
    ...Object.values(BEYOND_THE_LIBRARY).flat(),
  ])
}

const wordsOf = (folder: string, files: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => files.test(file))
    .flatMap((file) => wordsIn(readFileSync(join(folder, file), 'utf8')))
