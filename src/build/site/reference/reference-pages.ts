import { richHtml } from '../rule-pages/rule-html.ts'
import type { LessonPage } from '../lesson-list.ts'
import { escapeHtml, type Slots } from '../template.ts'
import type { SiteWords } from '../words/load-words.ts'
import { codes } from './codes.ts'
import { commands } from './commands.ts'
import { glossary } from './glossary.ts'
import type { ReferenceGroup } from './group.ts'
import { referenceHtml } from './reference-html.ts'

/** The pages to look things up in, by their folder in the site. */
export const referenceNames = ['glossary', 'codes', 'commands'] as const

export type ReferenceName = (typeof referenceNames)[number]

interface Content {
  readonly lessons: readonly Pick<LessonPage, 'slug' | 'title' | 'language'>[]
  readonly words: SiteWords
}

/** What stands on a page. */
export const groupsOf = (name: ReferenceName, { lessons, words }: Content): ReferenceGroup[] =>
  ({
    glossary: () => glossary(lessons),
    codes: () => codes(words.reference.codes),
    commands: () => commands(words.reference.commands),
  })[name]()

/** A page as its template wants it. */
export function referencePage(
  name: ReferenceName,
  content: Content,
): { file: string; slots: Slots } {
  const groups = groupsOf(name, content)
  const words = content.words.reference
  const { title, description, lead } = words[name]
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  return {
    file: `${name}/index.html`,
    slots: {
      title: escapeHtml(title),
      description: escapeHtml(description),
      prose: richHtml(lead(count)),
      list: referenceHtml(groups, words),
    },
  }
}
