import type { Lesson } from '../../../lessons/lesson.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** `lessons/04-spf/01-your-first-spf/lesson.md` */
export const fileOf = ({ module, number, slug }: Lesson): string =>
  `lessons/${two(module.number)}-${module.slug}/${two(number)}-${slug}/lesson.md`
