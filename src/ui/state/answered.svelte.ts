import { once } from '../../core/once.ts'
import type { Answer, Ask, Asked, QuestionName } from '../../lab/questions/index.ts'
import { useAsk } from './ask.ts'
import { constantAnswers, NewestAnswer, type About } from './newest-answer.ts'

export { useAsk } from './ask.ts'

/**
 * What the lab answers about a subject that changes: the newest answer with the subject that it is
 * about, which both stay until the next answer has come. Call it where a component is set up.
 * @param subject Read anew whenever what it reads changes; undefined: nothing is asked.
 */
export function answeredAbout<Name extends QuestionName, Subject>(
  name: Name,
  subject: () => Subject | undefined,
  asked: (subject: Subject) => Asked<Name>,
): { readonly value: About<Subject, Answer<Name>> | undefined } {
  const ask = useAsk()
  let value = $state.raw<About<Subject, Answer<Name>>>()
  const newest = new NewestAnswer<Subject, Asked<Name>, Answer<Name>>(
    (data) => ask(name, data),
    (shown) => (value = shown),
  )
  $effect(() => {
    const now = subject()
    if (now === undefined) newest.nothing()
    else newest.about(now, asked(now))
  })
  return {
    get value() {
      return value
    },
  }
}

/** The same where only the answer is drawn. */
export function answered<Name extends QuestionName>(
  name: Name,
  asked: () => Asked<Name> | undefined,
): { readonly value: Answer<Name> | undefined } {
  const about = answeredAbout(name, asked, (data) => data)
  return {
    get value() {
      return about.value?.answer
    },
  }
}

const knownTo = once((_: Ask) => constantAnswers())

/**
 * What a lab answers to a question that has one answer for good. It is asked once: a component that
 * is set up later has the answer at once.
 */
export function answeredOnce<Name extends QuestionName>(
  name: Name,
  asked: Asked<Name>,
): { readonly value: Answer<Name> | undefined } {
  const ask = useAsk()
  const known = knownTo(ask)
  if (known.has(name)) return { value: known.get(name) as Answer<Name> }
  const answer = answered(name, () => asked)
  $effect(() => {
    if (answer.value !== undefined) known.set(name, answer.value)
  })
  return answer
}
