import { termGroups, termOf, type Term } from '../../../lessons/terms/index.ts'
import type { LessonPage } from '../lesson-list.ts'
import type { ReferenceEntry, ReferenceGroup, ReferenceLink } from './group.ts'

type Titled = Pick<LessonPage, 'slug' | 'title' | 'language'>

/** The glossary, with the lessons that there are. */
export const glossary = (lessons: readonly Titled[]): ReferenceGroup[] =>
  termGroups.map(({ id, title, terms }) => ({
    ...{ id, title },
    entries: terms.map((term) => entryOf(term, lessons)),
  }))

const linkTo = ({ slug, title, language = 'en' }: Titled): ReferenceLink => ({
  ...{ href: `../lessons/${slug}/`, text: title, language },
})

function entryOf(term: Term, lessons: readonly Titled[]): ReferenceEntry {
  const { id, name, also, text, source, related = [] } = term
  const lesson = lessons.find(({ slug }) => slug === term.lesson)
  return {
    ...{ id, name, look: 'term', text },
    ...(also && { also }),
    ...(source && { source }),
    related: related.map((other) => ({
      ...{ href: `#${other}`, text: termOf(other)!.name, language: 'en' },
    })),
    ...(lesson && { lesson: linkTo(lesson) }),
  }
}
