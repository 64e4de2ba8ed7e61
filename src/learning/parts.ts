/** Which files of the site a lesson needs beside its own page; paths are from the site's root. */
export interface LessonParts {
  /** Any lesson. */
  readonly lesson: readonly string[]
  /** What comes to it where a lesson has zones or other texts to edit. */
  readonly editor: readonly string[]
}

/** Where the site of a language has this list, from its folder. */
export const partsFile = 'learning/parts.json'
