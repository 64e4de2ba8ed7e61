import type { AskedLab, Question } from './question.ts'

/** Every kind of question, each fetched when it is first asked: a file a kind, a line here. */
export const questions = {
  completions: async () => (await import('./completions.ts')).completions,
  hover: async () => (await import('./hover.ts')).hover,
  messageProblems: async () => (await import('./message-problems.ts')).messageProblems,
}

type Questions = typeof questions
export type QuestionName = keyof Questions

/** What is asked in a question of this name. */
export type Asked<Name extends QuestionName> =
  Awaited<ReturnType<Questions[Name]>> extends Question<infer Data, unknown> ? Data : never

/** What is answered to a question of this name. */
export type Answer<Name extends QuestionName> =
  Awaited<ReturnType<Questions[Name]>> extends Question<never, infer Data> ? Data : never

/** Asks a lab. Rejects where the code for the answer cannot be fetched. */
export type Ask = <Name extends QuestionName>(
  name: Name,
  asked: Asked<Name>,
) => Promise<Answer<Name>>

/** Answers with what the lab knows now. */
export async function answerQuestion<Name extends QuestionName>(
  name: Name,
  asked: Asked<Name>,
  lab: AskedLab,
): Promise<Answer<Name>> {
  const load = questions[name] as unknown as () => Promise<Question<Asked<Name>, Answer<Name>>>
  return (await load()).answer(asked, lab)
}
