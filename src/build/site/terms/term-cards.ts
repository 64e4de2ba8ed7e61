import { sectionLabel, sectionUrl } from '../../../core/section.ts'
import { terms } from '../../../lessons/terms/index.ts'
import type { TermCard } from '../../../ui/terms/term-card.ts'
import type { LessonPage } from '../lesson-list.ts'

/** What a page shows of each term, by its id; fetched when the first card is opened. */
export const termCards = (
  lessons: readonly Pick<LessonPage, 'slug' | 'title'>[],
): Record<string, TermCard> =>
  Object.fromEntries(
    terms.map(({ id, name, text, source, lesson }) => {
      const taught = lessons.find(({ slug }) => slug === lesson)
      const card: TermCard = {
        ...{ name, text },
        ...(source && { section: { label: sectionLabel(source), href: sectionUrl(source) } }),
        ...(taught && { lesson: { slug: taught.slug, title: taught.title } }),
      }
      return [id, card]
    }),
  )
