import type { LessonState } from '../state/lesson-state.svelte.ts'

/** Hands the learner a file with all of the work on this page. */
export function exportWork(work: LessonState): void {
  const content = { lesson: work.lesson.slug, ...work.saved, transcript: work.feed.text }
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `helo-world-${work.lesson.slug}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}
