import { allRules } from '../../../lint/all-rules.ts'
import type { FindEntry, FindKind } from '../../../ui/find/find-entries.ts'
import type { LessonPage } from '../lesson-list.ts'
import type { ReferenceEntry } from '../reference/group.ts'
import { groupsOf, referenceNames, type ReferenceName } from '../reference/reference-pages.ts'
import { ruleHeading } from '../rule-pages/titles.ts'
import type { SiteWords } from '../words/load-words.ts'

interface Content {
  readonly lessons: readonly LessonPage[]
  readonly words: SiteWords
}

/**
 * All that the palette finds.
 * @param folders Of the pages that the site has, as `sandbox/`: a tool without a page is left out.
 */
export const findIndex = (content: Content, folders: readonly string[]): FindEntry[] => [
  ...content.lessons.map(lessonEntry),
  ...toolEntries(content.words, folders),
  ...referenceNames.flatMap((name) =>
    groupsOf(name, content).flatMap(({ entries }) =>
      entries.map((entry) => referenceEntry(name, entry)),
    ),
  ),
  ...allRules.map((rule): FindEntry => [
    'rule',
    ruleHeading(rule),
    `rules/${rule.code}/`,
    rule.code,
    '',
  ]),
]

const lessonEntry = ({ slug, title, module, objective }: LessonPage): FindEntry => [
  ...(['lesson', title, `lessons/${slug}/`, module.title, objective] as const),
]

function toolEntries({ find }: SiteWords, folders: readonly string[]): FindEntry[] {
  return Object.entries(find.tools)
    .map(([name, { title, about }]): FindEntry => ['tool', title, `${name}/`, about, name])
    .filter(([, , address]) => folders.includes(address))
}

const KINDS: Readonly<Record<ReferenceName, FindKind>> = {
  glossary: 'term',
  codes: 'code',
  commands: 'command',
}

const referenceEntry = (
  page: ReferenceName,
  { id, name, also = [], text }: ReferenceEntry,
): FindEntry => [KINDS[page], name, `${page}/#${id}`, noteOf(text), also.join(' ')]

/** Characters of a note: more than a line shows. */
const NOTE = 80

const noteOf = (text: string): string => {
  const plain = text.replaceAll('`', '')
  return plain.length <= NOTE ? plain : `${plain.slice(0, plain.lastIndexOf(' ', NOTE))} …`
}
