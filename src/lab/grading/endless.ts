import type { GradeReport } from './report.ts'
import type { SubmittedFile } from './grade.ts'

/** What is said of a submission that was given up, since doing it again never came to an end. */
export const endless = ({ name }: SubmittedFile): GradeReport => ({
  ...{ file: name, name: '', result: 'doubted', notes: [] },
  doubts: [{ kind: 'late', text: 'Doing it again never came to an end.' }],
})
