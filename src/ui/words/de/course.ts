import type { Words } from '../languages.ts'
import type { words as english } from '../en/course.ts'

export const words: Words<typeof english> = {
  minutes: (count: number) => `${count} Min.`,
  crumb: (number: number, all: number, module: string, minutes: number) =>
    `Lektion ${number} von ${all} · ${module} · ${minutes} Min.`,
  next: (title: string) => `Weiter: ${title}`,
  untranslated: 'noch nicht auf Deutsch',
  partly: 'Lektionen, die noch nicht übersetzt sind, stehen hier auf Englisch.',
  allLessons: 'Alle Lektionen',
  wholeCourse: 'Der ganze Kurs',
  path: (about: string, lessons: number, minutes: number) =>
    `${about} ${lessons} ${lessons === 1 ? 'Lektion' : 'Lektionen'}, etwa ${minutes} Min.`,
}
