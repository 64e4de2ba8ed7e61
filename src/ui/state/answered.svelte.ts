import { getContext, setContext } from 'svelte'
import type { Answer, Ask, Asked, QuestionName } from '../../lab/questions/index.ts'

const ASK = Symbol('ask')

/** Lets all components below this one ask a lab. */
export const provideAsk = (ask: Ask): Ask => setContext(ASK, ask)

/** The lab that the components above ask. */
export const useAsk = (): Ask => getContext<Ask>(ASK)

/**
 * What the lab answers to a question that changes: the newest answer, which stays until the next has
 * come. Call it where a component is set up.
 * @param asked Read anew whenever what it reads changes; undefined: nothing is asked.
 */
export function answered<Name extends QuestionName>(
  name: Name,
  asked: () => Asked<Name> | undefined,
): { readonly value: Answer<Name> | undefined } {
  const ask = useAsk()
  let value = $state.raw<Answer<Name>>()
  let newest = 0
  $effect(() => {
    const data = asked()
    const mine = ++newest
    if (data === undefined) value = undefined
    else
      ask(name, data).then(
        (answer) => {
          if (mine === newest) value = answer
        },
        (error: unknown) => console.warn('The lab did not answer.', error),
      )
  })
  return {
    get value() {
      return value
    },
  }
}
