import type { Lesson } from '../../../lab/types.ts'
import { Prose } from '../../desk/prose.ts'
import { pageOf } from '../../links/address.ts'

/** What the notes need of a lesson's page. */
export interface LessonText {
  readonly lesson: Lesson
  readonly prose: Prose
  /** To be presented. */
  readonly address: URL
}

/** Fetches the page of a lesson, or the sandbox. Rejects where there is none. */
export async function loadLessonText(slug: string, home: URL): Promise<LessonText> {
  const address = pageOf(slug, home)
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${address.pathname}`)
  // A document of its own, in which no script runs.
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const { lesson } = JSON.parse(page.querySelector('script#lesson')?.textContent ?? '') as {
    lesson: Lesson
  }
  address.searchParams.set('present', '')
  return { lesson, prose: new Prose(page), address }
}
