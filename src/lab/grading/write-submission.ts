import type { CompletionRecord, RecordedPlay, Sha256 } from '../record/record.ts'
import { writeRecord } from '../record/write-record.ts'
import { SUBMISSION, SUBMISSION_FILE, type Submission } from './submission.ts'

/**
 * A play as a submission's text.
 * @param made When, as an ISO date.
 * @returns Undefined where the place cannot digest.
 */
export async function writeSubmission(
  name: string,
  play: RecordedPlay,
  made: string,
  sha256: Sha256,
): Promise<string | undefined> {
  const whole: CompletionRecord = { v: 1, name, made, plays: [play] }
  const record = await writeRecord(whole, sha256)
  if (record === undefined) return undefined
  const { slug, edition, variant } = play
  const submission: Submission = {
    ...{ kind: SUBMISSION, v: 1, name, lesson: slug, edition },
    ...(variant !== undefined && { variant }),
    ...{ made, record },
  }
  return `${JSON.stringify(submission, null, 2)}\n`
}

/** Characters of a name that go into the name of its file. */
const MOST_NAME = 40

/** `ann-lee.press-send.helo.json`: letters and digits of the name, in lower case. */
export function submissionFile(name: string, slug: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${[...plain].slice(0, MOST_NAME).join('') || 'submission'}.${slug}${SUBMISSION_FILE}`
}
