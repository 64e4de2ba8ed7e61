import { termGroups, termOf, type Term } from '../../../lessons/terms/index.ts'
import type { LessonPage } from '../lesson-list.ts'
import type { ReferenceEntry, ReferenceGroup } from './group.ts'

type Titled = Pick<LessonPage, 'slug' | 'title'>

/** The glossary, with the lessons that there are. */
export const glossary = (lessons: readonly Titled[]): ReferenceGroup[] =>
  termGroups.map(({ id, title, terms }) => ({
    ...{ id, title },
    entries: terms.map((term) => entryOf(term, lessons)),
  }))

function entryOf(term: Term, lessons: readonly Titled[]): ReferenceEntry {
  const { id, name, also, text, source, related = [] } = term
  const lesson = lessons.find(({ slug }) => slug === term.lesson)
  return {
    ...{ id, name, look: 'term', text },
    ...(also && { also }),
    ...(source && { source }),
    related: related.map((other) => ({ href: `#${other}`, text: termOf(other)!.name })),
    ...(lesson && { lesson: { href: `../lessons/${lesson.slug}/`, text: lesson.title } }),
  }
}
