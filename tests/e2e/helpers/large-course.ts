import type { Page } from '@playwright/test'
import { courseData } from '../../../src/build/site/course-data.ts'
import { lessonList, type LessonPage } from '../../../src/build/site/lesson-list.ts'
import { pathList } from '../../../src/build/site/path-list.ts'
import { words } from '../../../src/ui/words/en/course.ts'

/** Titles of a made-up course: as long and as many as a real one may have. */
const MODULES: readonly (readonly [string, readonly string[]])[] = [
  [
    'The journey of a message',
    'Press Send|Speak SMTP|Two envelopes|What the reader sees|Reply codes|The lone dot|Submission or relay|The Received chain|Read a bounce|Case: where did it stop?',
  ],
  ['Mailboxes', 'POP3|IMAP|Two devices|IDLE and push|MIME parts|Text beyond ASCII'],
  [
    'DNS for mail',
    'Ask the DNS|Write a zone|Find the MX|Publish MX|Null and implicit MX|TTL: plan a move|Names that match|Case: nobody can write to us',
  ],
  [
    'SPF',
    'Your first SPF|Whose name does SPF check?|Four qualifiers|include|Every name its own|SPF that breaks|Ten lookups|Forwarding breaks SPF|Case: who sends for us?',
  ],
  [
    'DKIM',
    'Anatomy of a signature|Publish a key|Canonicalization|Rotate a key|What a signature covers|Replay|Ed25519 beside RSA|Case: it was signed yesterday',
  ],
  [
    'DMARC and reports',
    'Alignment|Watch first|Read a report|The ramp|Subdomains and the tree walk|Lists and indirect mail|ARC in short|When p=reject is wrong|All three together',
  ],
  [
    'Transport and brand',
    'STARTTLS and its gap|MTA-STS|DANE|TLS reports|BIMI|Reverse names|Greylisting|Case: it went in the clear',
  ],
  [
    'Running a service',
    'Transactional mail|Mailbox hosting|A forwarding service|A smarthost for a site|Pick a service|One-click unsubscribe|Bounces and lists|House inspection|Warm up an address|Case: the newsletter nobody got',
  ],
].map(([title, lessons]) => [title!, lessons!.split('|')] as const)

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

export const largeCourse: readonly LessonPage[] = MODULES.flatMap(([module, titles], at) =>
  titles.map((title, index) => ({
    ...{ slug: slugOf(title), title, minutes: 6 + ((at + index) % 7) * 2 },
    objective: `Do what “${title}” is about, and say why it works.`,
    ...{ edition: 1, variants: [{ id: 'a' }, { id: 'b' }], steps: [], debrief: '', notes: '' },
    module: { number: at + 1, slug: slugOf(module), title: module },
    ...{ hints: [], panels: [], doing: 55, world: { zones: [] } },
  })),
)

export const largePaths = [
  {
    ...{ id: 'an-hour', title: 'I have an hour' },
    about: 'The way of a message, and what keeps a forged one out.',
    lessons: ['speak-smtp', 'two-envelopes', 'find-the-mx', 'your-first-spf', 'alignment'],
  },
  {
    ...{ id: 'app', title: 'I send mail from an app' },
    about: 'What an app’s mail needs to arrive.',
    lessons: ['reply-codes', 'your-first-spf', 'publish-a-key', 'transactional-mail'],
  },
  {
    ...{ id: 'tickets', title: 'I answer tickets' },
    about: 'Say where a message stopped, and why.',
    lessons: ['reply-codes', 'the-received-chain', 'read-a-bounce', 'case-where-did-it-stop'],
  },
]

/** Shows the home page, and what asks for the course, as if it had all these lessons. */
export async function withLargeCourse(page: Page): Promise<void> {
  await page.route(/\/(index\.html)?([?#].*)?$/, async (route) => {
    if (/lessons|sandbox|skills|rules|live/.test(route.request().url())) return route.fallback()
    const answer = await route.fetch()
    const html = (await answer.text())
      .replace(/<ol class="modules"[^]*<\/ol>(?=\s*<\/section>)/, lessonList(largeCourse, words))
      .replace(
        /(<div id="paths"[^>]*>)[^]*?<\/div>/,
        `$1${pathList(largePaths, largeCourse, words)}</div>`,
      )
    return route.fulfill({ response: answer, body: html })
  })
  await page.route('**/course.json', (route) =>
    route.fulfill({ json: courseData(largeCourse, largePaths) }),
  )
}

/** Stores work on lessons of any course, as a lesson does. */
export async function storeWork(
  page: Page,
  work: readonly { slug: string; met: number; daysAgo?: number }[],
): Promise<void> {
  await page.addInitScript((all) => {
    for (const { slug, met, daysAgo } of all)
      localStorage.setItem(
        `helo-world/lesson/${slug}`,
        JSON.stringify({
          ...{ v: 2, edition: 1, journal: [{ kind: 'check' }], zones: {}, hints: {} },
          progress: { met, of: 5, done: met === 5 },
          ...(daysAgo !== undefined && {
            doneAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
          }),
        }),
      )
  }, work)
}
