import type { lightQuestions } from './light.ts'
import type { AskedLab, Question } from './question.ts'

/** Every kind of question, each fetched when it is first asked: a file a kind, a line here. */
export const questions = {
  atHand: async () => (await import('./at-hand.ts')).atHand,
  check: async () => (await import('./check.ts')).check,
  completions: async () => (await import('./completions.ts')).completions,
  composedRecord: async () => (await import('./composed-record.ts')).composedRecord,
  dmarcJudgement: async () => (await import('./dmarc-judgement.ts')).dmarcJudgement,
  fileTexts: async () => (await import('./file-texts.ts')).fileTexts,
  graded: async () => (await import('./graded.ts')).graded,
  hostLog: async () => (await import('./host-log.ts')).hostLog,
  hostSettings: async () => (await import('./host-settings.ts')).hostSettings,
  published: async () => (await import('./published.ts')).published,
  hover: async () => (await import('./hover.ts')).hover,
  message: async () => (await import('./message.ts')).message,
  aggregateReport: async () => (await import('./aggregate-report.ts')).aggregateReport,
  messageHeads: async () => (await import('./message-heads.ts')).messageHeads,
  messageProblems: async () => (await import('./message-problems.ts')).messageProblems,
  messageTrace: async () => (await import('./message-trace.ts')).messageTrace,
  shownMessage: async () => (await import('./shown-message.ts')).shownMessage,
  mailReading: async () => (await import('./mail-reading.ts')).mailReading,
  ownPart: async () => (await import('./own-part.ts')).ownPart,
  ownWorld: async () => (await import('./own-world.ts')).ownWorld,
  readRecords: async () => (await import('./read-records.ts')).readRecords,
  reportExample: async () => (await import('./report-example.ts')).reportExample,
  reports: async () => (await import('./reports.ts')).reports,
  sessionStates: async () => (await import('./session-states.ts')).sessionStates,
  spfTree: async () => (await import('./spf-tree.ts')).spfTree,
  stateDifference: async () => (await import('./state-difference.ts')).stateDifference,
  wireCard: async () => (await import('./wire-card.ts')).wireCard,
  zoneFindings: async () => (await import('./zone-findings.ts')).zoneFindings,
  zoneReading: async () => (await import('./zone-reading.ts')).zoneReading,
}

type Questions = typeof questions & typeof lightQuestions
export type QuestionName = keyof Questions

/** A question that every host answers. */
export type HostQuestion = keyof typeof questions

export const isQuestion = (name: string): name is HostQuestion => Object.hasOwn(questions, name)

/** What is asked in a question of this name. */
export type Asked<Name extends QuestionName> =
  Awaited<ReturnType<Questions[Name]>> extends Question<infer Data, unknown> ? Data : never

/** What is answered to a question of this name. */
export type Answer<Name extends QuestionName> =
  Awaited<ReturnType<Questions[Name]>> extends Question<never, infer Data> ? Awaited<Data> : never

/** Asks a lab. Rejects where the code for the answer cannot be fetched. */
export type Ask = <Name extends QuestionName>(
  name: Name,
  asked: Asked<Name>,
) => Promise<Answer<Name>>

/** Fetches the code for questions that will be asked. Rejects where one cannot be fetched. */
export const loadQuestions = (names: readonly HostQuestion[]): Promise<unknown> =>
  Promise.all(names.map((name) => questions[name]()))

/** Fetches a piece of code; a host asks again where that fails. */
type Fetch = <Piece>(fetch: () => Promise<Piece>) => Promise<Piece>

/** Lists of questions, by name. */
type List = Readonly<Record<string, () => Promise<unknown>>>

/**
 * Answers with what the lab knows now.
 * @param list The questions that are answered; those of every host by default.
 */
export async function answerQuestion<Name extends QuestionName>(
  name: Name,
  asked: Asked<Name>,
  lab: AskedLab,
  fetchPiece: Fetch = (fetch) => fetch(),
  list: List = questions,
): Promise<Answer<Name>> {
  const load = list[name] as unknown as () => Promise<Question<Asked<Name>, Answer<Name>>>
  return (await fetchPiece(load)).answer(asked, lab)
}
