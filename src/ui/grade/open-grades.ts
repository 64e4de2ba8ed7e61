import { mount } from 'svelte'
import { openWorker } from '../../hosting/open-worker.ts'
import type { SubmittedFile } from '../../lab/grading/grade.ts'
import type { Lesson } from '../../lab/types.ts'
import Grades from './Grades.svelte'
import { GradesState } from './grades-state.svelte.ts'

/** What grades files and shows the grades, once it is there. */
export interface OpenedGrades {
  /** @param code Of the class; empty where there is none. */
  grade(files: readonly SubmittedFile[], code: string): void
}

/** @param target What stands there gives way. */
export function openGrades(target: Element): OpenedGrades {
  const grades = new GradesState({ openLine: openWorker(), fetchLesson })
  target.replaceChildren()
  mount(Grades, { target, props: { grades } })
  return { grade: (files, code) => void grades.grade(files, code) }
}

async function fetchLesson(slug: string): Promise<Lesson | undefined> {
  const answer = await fetch(new URL(`../lessons/${slug}.json`, document.baseURI))
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`${slug}.json: ${answer.status}`)
  return (await answer.json()) as Lesson
}
