/** The whole course in short: what `course.json` of the site holds. */
export interface CourseData {
  readonly modules: readonly CourseModule[]
  /** Ways through it for a purpose. */
  readonly paths: readonly CoursePath[]
}

export interface CourseModule {
  readonly title: string
  readonly lessons: readonly CourseEntry[]
}

export interface CourseEntry {
  readonly slug: string
  readonly title: string
  /** Of its title; English where absent. */
  readonly language?: string
  /** About how long it takes. */
  readonly minutes: number
  /** Of the lesson as it is now. */
  readonly edition: number
  /** How many it has, those by seed among them. */
  readonly variants: number
}

export interface CoursePath {
  readonly id: string
  readonly title: string
  readonly about: string
  /** Slugs, in order. */
  readonly lessons: readonly string[]
}
