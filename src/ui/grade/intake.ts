import { words } from '#words/grade'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import type { SubmittedFile } from '../../lab/grading/grade.ts'
import { listenToFiles } from '../intake/listen-to-files.ts'
import { droppedFiles } from './dropped-files.ts'
import type { OpenedGrades } from './open-grades.ts'
import { takeFiles, type OpenFile } from './take-files.ts'

const byId = <Kind extends HTMLElement>(id: string) => document.querySelector<Kind>(`#${id}`)!

/** Milliseconds that a code rests before all is graded anew. */
const REST = 400

/** Takes what is dropped and chosen on the page, before what grades it is there. */
export function openIntake(): void {
  new Intake().open()
}

class Intake {
  readonly #code = byId<HTMLInputElement>('code')
  #files: readonly SubmittedFile[] = []
  #grades: Promise<OpenedGrades> | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  open(): void {
    listenToFiles({
      chosen: (files) => void this.#take(files),
      dropped: (data) => void droppedFiles(data).then((files) => this.#take(files)),
    })
    byId('clear').addEventListener('click', () => {
      this.#files = []
      this.#say(words.cleared)
      this.#grade()
    })
    byId('give').addEventListener('submit', (event) => event.preventDefault())
    this.#code.addEventListener('input', () => {
      clearTimeout(this.#rest)
      this.#rest = setTimeout(() => this.#grade(), REST)
    })
  }

  async #take(given: readonly OpenFile[]): Promise<void> {
    const { files, said } = await takeFiles(given, this.#files)
    this.#say(said)
    if (files.length === 0) return
    this.#files = [...this.#files, ...files]
    this.#grade()
  }

  #grade(): void {
    if (this.#files.length === 0 && !this.#grades) return
    this.#open().then(
      (grades) => grades.grade(this.#files, this.#code.value.trim()),
      () => this.#say(words.notReached),
    )
  }

  #open(): Promise<OpenedGrades> {
    this.#grades ??= fetchAgain(() => import('./open-grades.ts')).then(({ openGrades }) =>
      openGrades(byId('shown')),
    )
    this.#grades.catch(() => (this.#grades = undefined))
    return this.#grades
  }

  #say(text: string): void {
    byId('said').textContent = text
  }
}
