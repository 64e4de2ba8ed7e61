/** Where a lesson stands in the course; the page says so. */
export interface LessonPlace {
  /** `Lesson 2 of 3 · The journey · 10 min`. */
  readonly crumb: string
  /** Absent where what comes next is for others to say. */
  readonly next?: { readonly href: string; readonly title: string }
}
