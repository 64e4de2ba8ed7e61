export { fromNotOversigned } from './from-not-oversigned.ts'
export { subjectNotOversigned } from './subject-not-oversigned.ts'
