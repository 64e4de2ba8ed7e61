import { LabClient } from '../../lab/client.ts'
import { withCopies } from '../../lab/grading/copies.ts'
import { endless } from '../../lab/grading/endless.ts'
import type { SubmittedFile } from '../../lab/grading/grade.ts'
import type { GradeReport } from '../../lab/grading/report.ts'
import type { OpenLine } from '../../lab/line.ts'
import type { Answer, Asked } from '../../lab/questions/index.ts'
import type { Lesson } from '../../lab/types.ts'

export interface GradesPorts {
  readonly openLine: OpenLine
  /** Undefined where the site has no such lesson. Rejects where it cannot be reached. */
  fetchLesson(slug: string): Promise<Lesson | undefined>
  /** Milliseconds that one file may take. */
  readonly mostTime?: number
}

const MOST_TIME = 40_000

/** Grades files one after the other beside the page; what was graded stays while more comes. */
export class GradesState {
  reports = $state.raw<readonly GradeReport[]>([])
  /** How many files are graded, and how many there are. */
  progress = $state.raw({ at: 0, all: 0 })
  hasBroken = $state(false)
  readonly #ports: GradesPorts
  readonly #client: LabClient
  /** Those of the file that was graded last. */
  #lessons: Readonly<Record<string, Lesson | undefined>> = {}
  /** By slug; a submission may name anything. */
  readonly #fetched = Object.create(null) as Record<string, Promise<Lesson | undefined> | undefined>
  /** Reports by file, of the class that was named last. */
  #known = new WeakMap<SubmittedFile, readonly GradeReport[]>()
  #files: readonly SubmittedFile[] = []
  #code = ''
  #turn = 0

  constructor(ports: GradesPorts) {
    this.#ports = ports
    this.#client = new LabClient(ports.openLine, {
      received: () => undefined,
      broke: () => undefined,
    })
  }

  get isGrading(): boolean {
    return this.progress.at < this.progress.all
  }

  /** @param code Of the class; empty where there is none. */
  async grade(files: readonly SubmittedFile[], code: string): Promise<void> {
    const turn = ++this.#turn
    if (code !== this.#code) this.#known = new WeakMap()
    this.#files = files
    this.#code = code
    this.hasBroken = false
    this.#show()
    try {
      for (const file of files) {
        if (this.#known.has(file)) continue
        const reports = await this.#gradeOne(file)
        if (turn !== this.#turn) return
        this.#known.set(file, reports)
        this.#show()
      }
    } catch {
      if (turn !== this.#turn) return
      this.hasBroken = true
      this.progress = { at: 0, all: 0 }
    }
  }

  again(): void {
    void this.grade(this.#files, this.#code)
  }

  #show(): void {
    const known = this.#files.flatMap((file) => this.#known.get(file) ?? [])
    this.reports = withCopies(known)
    const at = this.#files.filter((file) => this.#known.has(file)).length
    this.progress = { at, all: this.#files.length }
  }

  /** Most files are of the lesson of the one before. */
  async #gradeOne(file: SubmittedFile): Promise<readonly GradeReport[]> {
    const terms = this.#code === '' ? {} : { code: this.#code }
    for (;;) {
      const answer = await this.#ask({ files: [file], lessons: this.#lessons, ...terms })
      if (!answer) return [endless(file)]
      if (answer.missing.length === 0) return answer.reports
      const fetched = answer.missing.map(async (slug) => [slug, await this.#fetch(slug)] as const)
      this.#lessons = Object.fromEntries(await Promise.all(fetched))
    }
  }

  /** Each lesson is fetched once. */
  #fetch(slug: string): Promise<Lesson | undefined> {
    const found = this.#fetched[slug] ?? this.#ports.fetchLesson(slug)
    this.#fetched[slug] = found
    found.catch(() => (this.#fetched[slug] = undefined))
    return found
  }

  /** @returns Undefined where it takes too long; then another Worker goes on. */
  async #ask(asked: Asked<'graded'>): Promise<Answer<'graded'> | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.#client.close()
        resolve(undefined)
      }, this.#ports.mostTime ?? MOST_TIME)
    })
    try {
      return await Promise.race([this.#client.ask('graded', asked), late])
    } finally {
      clearTimeout(timer)
    }
  }
}
