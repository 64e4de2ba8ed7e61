import { exampleReports, type ExampleReports } from '../reports/example.ts'
import type { Question } from './question.ts'

/** Reports about a firm that does not exist, for who has none at hand. */
export const reportExample: Question<object, ExampleReports> = { answer: exampleReports }
