import { variantCount } from '../../lab/cast/cast.ts'
import type { CourseData } from '../../lab/course-data.ts'
import type { LearningPath } from '../lessons/load-paths.ts'
import { modulesOf, type LessonPage } from './lesson-list.ts'

/** The course as a page asks for it when it needs more than its own lesson. */
export const courseData = (
  lessons: readonly LessonPage[],
  paths: readonly LearningPath[],
): CourseData => ({
  modules: modulesOf(lessons).map((inside) => ({
    title: inside[0]!.module.title,
    lessons: inside.map((lesson) => {
      const { slug, title, language, minutes, edition } = lesson
      const variants = variantCount(lesson)
      return { slug, title, ...(language && { language }), minutes, edition, variants }
    }),
  })),
  paths,
})
