import { words } from '#words/skills'
import { openWorker } from '../../../hosting/open-worker.ts'
import { checkRecord, type CheckedLesson } from '../../../lab/record/check-record.ts'
import { readRecord } from '../../../lab/record/read-record.ts'
import type { Lesson } from '../../../lab/types.ts'
import { Replays } from './replays.ts'
import { sha256 } from './sha256.ts'

/**
 * Does a record again in a Worker, and shows which lessons were done.
 * @param said Where the sentence goes. @param list Where the lessons go.
 */
export async function showVerified(
  text: string,
  said: HTMLElement,
  list: HTMLElement,
): Promise<void> {
  list.hidden = true
  if (!text.trim()) return void (said.textContent = words.nothingGiven)
  const read = await readRecord(text, sha256)
  if (!read.ok) {
    const { reason, line } = read
    said.textContent = line === undefined ? words.changed(reason) : words.changedAt(reason, line)
    return
  }
  const replays = new Replays(openWorker())
  const lessons = new Map<string, Promise<Lesson | undefined>>()
  try {
    const checked = await checkRecord(read.record, {
      lesson: (slug) => known(lessons, slug),
      replay: (lesson, journal) => replays.replay(lesson, journal),
      progress: (at, all) => (said.textContent = words.verifying(at, all)),
    })
    const done = checked.filter(({ outcome }) => outcome === 'done').length
    const holds = done > 0 && done === checked.length
    said.textContent = holds
      ? words.holds(read.record.name, done)
      : words.holdsNot(read.record.name, done, checked.length)
    list.replaceChildren(...checked.map(lessonItem))
    list.hidden = checked.length === 0
  } finally {
    replays.close()
  }
}

/** Each lesson is fetched once. */
function known(lessons: Map<string, Promise<Lesson | undefined>>, slug: string) {
  const found = lessons.get(slug) ?? fetchLesson(slug)
  lessons.set(slug, found)
  return found
}

/** @returns Undefined where the site has no such lesson. Rejects where it cannot be reached. */
async function fetchLesson(slug: string): Promise<Lesson | undefined> {
  const answer = await fetch(new URL(`../lessons/${slug}.json`, document.baseURI))
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`${slug}.json: ${answer.status}`)
  return (await answer.json()) as Lesson
}

function lessonItem({ title, outcome, at }: CheckedLesson): HTMLElement {
  const item = document.createElement('li')
  item.dataset['outcome'] = outcome === 'done' ? 'done' : 'other'
  const name = document.createElement('b')
  name.textContent = `${outcome === 'done' ? '✓' : '✕'} ${title}`
  const text = words.outcomes[outcome]
  const date = new Date(at).toLocaleDateString(document.documentElement.lang, {
    dateStyle: 'medium',
  })
  item.append(name, ' ', outcome === 'done' ? words.onDate(text, date) : text)
  return item
}
