import { readFile, type FileReading } from '../check/read-file.ts'
import type { Question } from './question.ts'

/** The texts that a file holds, which may be packed. */
export const fileTexts: Question<
  { readonly name: string; readonly bytes: Uint8Array },
  FileReading
> = { answer: ({ name, bytes }) => readFile(name, bytes) }
