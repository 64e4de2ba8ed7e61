import { clip } from '../../core/text/clip.ts'

/** What a package holds, for its manifest. */
export interface PackagedCourse {
  /** The slug of its lesson, or the id of its path. */
  readonly id: string
  readonly title: string
  readonly about: string
  /** As in `lang`: `en`. */
  readonly language: string
  /** From 0 to 1: the score that is asked for; none if absent. */
  readonly mastery?: number
  readonly lessons: readonly PackagedLesson[]
  /** What all lessons share, from the root of the package. */
  readonly shared: readonly string[]
}

export interface PackagedLesson {
  readonly slug: string
  readonly title: string
  readonly about: string
  /** The page that a learning system opens, from the root of the package. */
  readonly page: string
  /** What this lesson alone needs, beside its page. */
  readonly files: readonly string[]
}

/** A title as an item of SCORM 1.2 may have it: 200 characters at most. */
export const titleIn = (title: string): string => clip(title, 200)

/** Names in a manifest are of letters, digits and hyphens, and begin with a letter. */
export const nameIn = (kind: 'course' | 'item' | 'sco' | 'goal', slug: string): string =>
  `${kind}-${slug}`
