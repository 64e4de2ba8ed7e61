import {
  firstLesson,
  langOf,
  lessonList,
  lessonPlace,
  nextLink,
  type LessonPage,
} from './lesson-list.ts'
import { courseData } from './course-data.ts'
import { withoutProse } from './lesson-data.ts'
import { pathList } from './path-list.ts'
import { skillList } from './skill-list.ts'
import { experimentLink, type Experiment } from '../experiments/load-experiments.ts'
import type { LearningPath } from '../lessons/load-paths.ts'
import { sandbox } from '../../lessons/sandbox.ts'
import { withAllSettings } from '../../world/settings/documents.ts'
import type { Scenario } from '../../lessons/scenario.ts'
import { rests } from '../../lab/rests.ts'
import { greetingOf } from '../../shell/greeting.ts'
import { earlyModules } from './early-links.ts'
import type { Composer } from '../../lab/compose/composer.ts'
import { composers } from '../../lab/compose/index.ts'
import { oembedFile, oembedOf, siteAddress } from './embed/oembed.ts'
import { findIndex } from './find/find-index.ts'
import { stepTerms } from './terms/step-terms.ts'
import { termCards } from './terms/term-cards.ts'
import { referenceNames, referencePage, type ReferenceName } from './reference/reference-pages.ts'
import { ruleEntries } from './rule-pages/entries.ts'
import { familyPages, ruleIndex } from './rule-pages/list-pages.ts'
import { rulePages } from './rule-pages/rule-pages.ts'
import { staticDesk } from './static-desk.ts'
import { dataBlock, escapeHtml, type Slots } from './template.ts'
import type { SiteWords } from './words/load-words.ts'
import type { Language } from '../../ui/words/languages.ts'

/** A kind of page: the template that it is made from, and where it stands in the site. */
export interface PageKind {
  /** Names the kind's script among the assets. */
  readonly name:
    | 'home'
    | 'skills'
    | 'sandbox'
    | 'check'
    | 'live'
    | 'write'
    | 'reports'
    | 'grade'
    | 'offline'
    | 'embed'
    | 'present'
    | 'class'
    | 'board'
    | 'lesson'
    | 'rules'
    | 'family'
    | 'rule'
    | ReferenceName
  /** From the project's root. */
  readonly template: string
  /** The file that Vite sees in its place; its depth sets the relative paths to the assets. */
  readonly input: string
  /** The way back to the site's root. */
  readonly base: string
  /** The masthead's link that leads to the page itself, from the site's root. */
  readonly at?: string
  /** Built by itself, with chunks of its own: what other pages share would weigh too much there. */
  readonly isApart?: true
  pages(site: SiteContent): readonly Page[]
}

/** All that pages are made of. */
export interface SiteContent {
  /** The language that is built. */
  readonly language: Language
  readonly lessons: readonly LessonPage[]
  readonly words: SiteWords
  readonly worlds: readonly Scenario[]
  /** Ways through the lessons. */
  readonly paths: readonly LearningPath[]
  /** Things to try in the sandbox. */
  readonly experiments: readonly Experiment[]
}

export interface Page {
  /** In the built site, such as `lessons/speak-smtp/index.html`. */
  readonly file: string
  readonly slots: Slots
  /** Modules, from the project's root, that its script asks for at once. */
  readonly early?: readonly string[]
}

const home = ({ language, lessons, words, paths }: SiteContent): Page => ({
  file: 'index.html',
  slots: {
    paths: pathList(paths, lessons, words.course),
    lessons: partlyNote({ language, lessons, words }) + lessonList(lessons, words.course),
    first: firstLesson(lessons),
    firsttitle: escapeHtml(lessons[0]?.title ?? ''),
  },
})

/** Where some of the lessons are in English still. */
const partlyNote = ({
  language,
  lessons,
  words,
}: Pick<SiteContent, 'language' | 'lessons' | 'words'>): string =>
  lessons.every((lesson) => (lesson.language ?? 'en') === language)
    ? ''
    : `<p class="note">${escapeHtml(words.course.partly)}</p>`

const skills = ({ lessons, words }: SiteContent): Page => ({
  file: 'skills/index.html',
  slots: { list: skillList(lessons, words.course), count: String(lessons.length) },
})

export const siteMap: readonly PageKind[] = [
  {
    name: 'home',
    template: 'index.html',
    input: 'index.html',
    base: './',
    at: '',
    pages: (site) => [home(site)],
  },
  {
    name: 'skills',
    template: 'src/ui/pages/skills.html',
    input: 'skills/index.html',
    base: '../',
    at: 'skills/',
    pages: (site) => [skills(site)],
  },
  {
    name: 'sandbox',
    template: 'src/ui/pages/sandbox.html',
    input: 'sandbox/index.html',
    base: '../',
    at: 'sandbox/',
    pages: ({ words, worlds }) => [
      {
        file: 'sandbox/index.html',
        slots: {
          desk: staticDesk({ ...sandboxWithSettings, greeting: sandboxGreeting }, '', words),
          data: dataBlock({ lesson: sandboxWithSettings, worlds: worlds.map(worldEntry) }),
        },
      },
    ],
  },
  {
    name: 'check',
    template: 'src/ui/pages/check.html',
    input: 'check/index.html',
    base: '../',
    at: 'check/',
    pages: () => [{ file: 'check/index.html', slots: {} }],
  },
  {
    name: 'live',
    template: 'src/ui/pages/live.html',
    input: 'live/index.html',
    base: '../',
    at: 'live/',
    pages: () => [{ file: 'live/index.html', slots: {} }],
  },
  {
    name: 'write',
    template: 'src/ui/pages/write.html',
    input: 'write/index.html',
    base: '../',
    pages: () => [
      { file: 'write/index.html', slots: { data: dataBlock(composers.map(fieldsOf)) } },
    ],
  },
  {
    name: 'reports',
    template: 'src/ui/pages/reports.html',
    input: 'reports/index.html',
    base: '../',
    pages: () => [{ file: 'reports/index.html', slots: {} }],
  },
  {
    name: 'grade',
    template: 'src/ui/pages/grade.html',
    input: 'grade/index.html',
    base: '../',
    pages: () => [{ file: 'grade/index.html', slots: {} }],
  },
  {
    name: 'offline',
    template: 'src/ui/pages/offline.html',
    input: 'offline/index.html',
    base: '../',
    pages: () => [{ file: 'offline/index.html', slots: {} }],
  },
  {
    name: 'embed',
    template: 'src/ui/pages/embed.html',
    input: 'embed/index.html',
    base: '../',
    isApart: true,
    pages: () => [{ file: 'embed/index.html', slots: {} }],
  },
  {
    name: 'present',
    template: 'src/ui/pages/present.html',
    input: 'present/index.html',
    base: '../',
    pages: () => [{ file: 'present/index.html', slots: {} }],
  },
  {
    name: 'class',
    template: 'src/ui/pages/class.html',
    input: 'class/index.html',
    base: '../',
    pages: () => [{ file: 'class/index.html', slots: {} }],
  },
  {
    name: 'board',
    template: 'src/ui/pages/board.html',
    input: 'class/board/index.html',
    base: '../../',
    pages: () => [{ file: 'class/board/index.html', slots: {} }],
  },
  {
    name: 'lesson',
    template: 'src/ui/pages/lesson.html',
    input: 'lessons/_/index.html',
    base: '../../',
    pages: (site) => site.lessons.map((lesson) => lessonPage(lesson, site)),
  },
  {
    name: 'rules',
    template: 'src/ui/pages/rules.html',
    input: 'rules/index.html',
    base: '../',
    at: 'rules/',
    pages: ({ words }) => [ruleIndex(words.rules)],
  },
  {
    name: 'family',
    template: 'src/ui/pages/family.html',
    input: 'rules/_/index.html',
    base: '../../',
    pages: ({ words }) => familyPages(words.rules),
  },
  {
    name: 'rule',
    template: 'src/ui/pages/rule.html',
    input: 'rules/_/_/index.html',
    base: '../../../',
    pages: ({ words }) => rulePages(words.rules),
  },
  ...referenceNames.map((name): PageKind => ({
    name,
    template: 'src/ui/pages/reference.html',
    input: `${name}/index.html`,
    base: '../',
    at: `${name}/`,
    pages: (site) => [referencePage(name, site)],
  })),
]

/** Its servers are set up beside its zones. */
const sandboxWithSettings = { ...sandbox, world: withAllSettings(sandbox.world) }

/** What the page that writes records offers to choose. */
const fieldsOf = ({ id, title, lead, fields }: Composer) => ({ id, title, lead, fields })

const sandboxGreeting = greetingOf(sandbox.terminal!.host)

function lessonPage(lesson: LessonPage, { language, lessons, words }: SiteContent): Page {
  const isTranslated = (lesson.language ?? 'en') === language
  const crumb = lessonPlace(lesson, lessons, words.course, isTranslated)
  const inOwnLanguage = (html: string) =>
    isTranslated ? html : `<div${langOf(lesson)}>${html}</div>`
  return {
    file: `lessons/${lesson.slug}/index.html`,
    early: earlyModules(lesson.panels),
    slots: {
      title: escapeHtml(lesson.title),
      description: escapeHtml(lesson.objective),
      debrief: inOwnLanguage(lesson.debrief),
      notes: inOwnLanguage(lesson.notes),
      desk: staticDesk(lesson, escapeHtml(crumb), words),
      data: dataBlock({
        ...pageData(lesson),
        place: { crumb, next: nextLink(lesson, lessons, words.course) },
      }),
    },
  }
}

/** What the page's script reads; a lab that is opened at once says itself what its terminal shows. */
const pageData = ({ greeting, ...lesson }: LessonPage) => ({
  lesson: withoutProse(lesson),
  ...(greeting && rests(lesson) && { greeting }),
})

/** A file of data that a page's script asks for when it needs it. */
export interface DataFile {
  /** In the built site. */
  readonly file: string
  text(): string
}

const ruleSearch: DataFile = {
  file: 'rules/search.json',
  text: () => JSON.stringify(ruleEntries()),
}

/** What the palette finds. */
const find = (site: SiteContent): DataFile => ({
  file: 'find.json',
  text: () => JSON.stringify(findIndex(site, foldersOf(siteMap))),
})

/** `sandbox/`: the pages that have a folder at the site's root. */
const foldersOf = (kinds: readonly PageKind[]): string[] =>
  kinds.flatMap(({ input, isApart }) =>
    isApart ? [] : (/^[\w-]+\/(?=index\.html$)/.exec(input) ?? []),
  )

/**
 * Every such file: what the index of rules searches, what the palette finds, the cards of terms, the list of
 * lessons, each lesson for who verifies a record and the words of its goals that lead to the glossary, each world of the sandbox, and what there is to try in it.
 */
export const dataFilesOf = (site: SiteContent): readonly DataFile[] => [
  ruleSearch,
  find(site),
  { file: 'glossary/terms.json', text: () => JSON.stringify(termCards(site.lessons)) },
  ...lessonFiles(site),
]

const lessonFiles = ({
  language,
  lessons,
  worlds,
  paths,
  experiments,
}: SiteContent): readonly DataFile[] => [
  { file: 'course.json', text: () => JSON.stringify(courseData(lessons, paths)) },
  ...lessons.map((lesson) => ({
    file: `lessons/${lesson.slug}.json`,
    text: () => JSON.stringify(pageData(lesson).lesson),
  })),
  ...lessons.map((lesson) => ({
    file: `lessons/${lesson.slug}/terms.json`,
    text: () => JSON.stringify(stepTerms(lesson)),
  })),
  ...oembedFiles(lessons, language),
  { file: 'experiments.json', text: () => JSON.stringify(experiments.map(experimentLink)) },
  ...worlds.map((world) => ({
    file: `worlds/${world.name}.json`,
    text: () => JSON.stringify({ ...world, world: withAllSettings(world.world) }),
  })),
]

/** Answers of oEmbed, where it is known at what address the site will stand. */
function oembedFiles(lessons: readonly LessonPage[], language: Language): DataFile[] {
  const address = siteAddress()
  if (!address) return []
  return lessons.map((lesson) => ({
    file: oembedFile(lesson.slug),
    text: () => JSON.stringify(oembedOf(lesson, address, language)),
  }))
}

/** What the sandbox's page knows of a world before it is chosen. */
const worldEntry = ({ name, title, about }: Scenario) => ({ name, title, about })

/** The page that a URL of the dev server names, and its kind. A folder's page ends in `/`. */
export function pageAt(
  path: string,
  site: SiteContent,
): { kind: PageKind; page: Page } | undefined {
  const file = path.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html')
  for (const kind of siteMap)
    for (const page of kind.pages(site)) if (page.file === file) return { kind, page }
  return undefined
}
