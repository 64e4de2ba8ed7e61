import { fetchAgain } from '../../../hosting/fetch-again.ts'
import type { Greeting, Lesson } from '../../../lab/types.ts'
import type { LessonPlace } from '../../desk/place.ts'
import { Prose } from '../../desk/prose.ts'
import type { WidgetPlace } from '../widget.ts'

/** What the page of a lesson holds. */
export interface LessonPage {
  readonly lesson: Lesson
  readonly greeting?: Greeting
  readonly place: LessonPlace
  readonly prose: Prose
}

/** `absent`: the site has no such lesson. `blocked`: its page could not be fetched. */
export type FetchedLesson = LessonPage | 'absent' | 'blocked'

/** Where the lesson's page is, and where its links lead. */
type LessonSite = Pick<WidgetPlace, 'site' | 'links' | 'isPacked'>

/** Fetches a lesson's page, and reads what stands in it. @param place In the language of the frame. */
export async function fetchLesson(slug: string, place: LessonSite): Promise<FetchedLesson> {
  const page = `lessons/${slug}/`
  // Packages are served by hosts that know no page of a folder.
  const file = place.isPacked ? `${page}index.html` : page
  try {
    const response = await fetchAgain(() => fetch(new URL(file, place.site)))
    if (!response.ok) return response.status === 404 ? 'absent' : 'blocked'
    const read = readPage(await response.text(), place.links && new URL(page, place.links))
    if (!read) return 'absent'
    // What comes next is for the learning system to say.
    const { next: _, ...alone } = read.place
    return place.isPacked ? { ...read, place: alone } : read
  } catch {
    return 'blocked'
  }
}

/**
 * Nothing in it runs: it is read as a document of its own.
 * @param address What its links are seen from; undefined where they lead nowhere, and are none.
 */
function readPage(html: string, address: URL | undefined): LessonPage | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const data = page.querySelector('script#lesson')?.textContent
  if (!data) return undefined
  const { lesson, greeting, place } = JSON.parse(data) as LessonPage
  if (!lesson.steps.length) return undefined
  for (const link of page.querySelectorAll('a[href]')) turn(link, address)
  const { next, ...rest } = place
  return {
    ...{ lesson, prose: new Prose(page) },
    place: {
      ...rest,
      ...(next && {
        next: { ...next, href: new URL(next.href, address ?? document.baseURI).href },
      }),
    },
    ...(greeting && { greeting }),
  }
}

/** Makes a link lead where it should from here. One to another site stays as it is. */
function turn(link: Element, address: URL | undefined): void {
  const href = link.getAttribute('href') ?? ''
  if (address) link.setAttribute('href', new URL(href, address).href)
  else if (!/^https?:/.test(href)) link.replaceWith(...link.childNodes)
}
