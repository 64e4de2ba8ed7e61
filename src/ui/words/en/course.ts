/** The lessons as lists and pages name them. */
export const words = {
  minutes: (count: number) => `${count} min`,
  /** Above the title of a lesson. */
  crumb: (number: number, all: number, module: string, minutes: number) =>
    `Lesson ${number} of ${all} · ${module} · ${minutes} min`,
  next: (title: string) => `Next: ${title}`,
  /** Of a lesson that is in English still, in another language: behind where it stands, and above them all. */
  untranslated: 'in English',
  partly: 'Lessons that are not translated yet are in English.',
  allLessons: 'All lessons',
  /** Ways through the course. */
  wholeCourse: 'The whole course',
  path: (about: string, lessons: number, minutes: number) =>
    `${about} ${lessons} ${lessons === 1 ? 'lesson' : 'lessons'}, about ${minutes} min.`,
}
