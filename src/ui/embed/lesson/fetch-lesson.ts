import { fetchAgain } from '../../../hosting/fetch-again.ts'
import type { Greeting, Lesson } from '../../../lab/types.ts'
import type { LessonPlace } from '../../desk/place.ts'
import { Prose } from '../../desk/prose.ts'

/** What the page of a lesson holds. */
export interface LessonPage {
  readonly lesson: Lesson
  readonly greeting?: Greeting
  readonly place: LessonPlace
  readonly prose: Prose
}

/** `absent`: the site has no such lesson. `blocked`: its page could not be fetched. */
export type FetchedLesson = LessonPage | 'absent' | 'blocked'

/** Fetches a lesson's page, and reads what stands in it. @param site In the language of the frame. */
export async function fetchLesson(slug: string, site: URL): Promise<FetchedLesson> {
  const address = new URL(`lessons/${slug}/`, site)
  try {
    const response = await fetchAgain(() => fetch(address))
    if (!response.ok) return response.status === 404 ? 'absent' : 'blocked'
    return readPage(await response.text(), address) ?? 'absent'
  } catch {
    return 'blocked'
  }
}

/** Nothing in it runs: it is read as a document of its own. */
function readPage(html: string, address: URL): LessonPage | undefined {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const data = page.querySelector('script#lesson')?.textContent
  if (!data) return undefined
  const { lesson, greeting, place } = JSON.parse(data) as LessonPage
  if (!lesson.steps.length) return undefined
  for (const link of page.querySelectorAll('a[href]'))
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', address).href)
  const next = { ...place.next, href: new URL(place.next.href, address).href }
  return {
    ...{ lesson, place: { ...place, next }, prose: new Prose(page) },
    ...(greeting && { greeting }),
  }
}
