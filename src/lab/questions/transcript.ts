import type { PlayedTranscript } from '../transcript/played-transcript.ts'
import { readTranscript, type TranscriptAsked } from '../transcript/read-transcript.ts'
import type { Question } from './question.ts'

/** A transcript that somebody wrote, explained line by line. */
export const transcript: Question<TranscriptAsked, Promise<PlayedTranscript>> = {
  answer: (asked) => readTranscript(asked),
}
