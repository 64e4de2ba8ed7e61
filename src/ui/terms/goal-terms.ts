import { fetchAgain } from '../../hosting/fetch-again.ts'
import { TermWords } from './term-words.ts'

/** By the id of a step, the words of its goals and hints that lead to the glossary, each with its term’s id. */
export type StepTerms = Readonly<Record<string, readonly (readonly [word: string, id: string])[]>>

/** Where goals and hints stand, and no reason of ours. */
const SENTENCES = '.goals p:not(.reason), .ladder li'

/** Words of goals and hints lead to the glossary, once nothing else is to be done. @param step Id of the one shown. */
export function startGoalTerms(step: () => string): void {
  const slot = document.querySelector('[data-slot="step"]')
  if (!slot) return
  fetchAgain(async () => {
    const answer = await fetch(new URL('terms.json', document.baseURI))
    if (!answer.ok) throw new Error(`terms.json: ${answer.status}`)
    return (await answer.json()) as StepTerms
  }).then(
    (terms) => follow(slot, terms, step),
    // Then they are read without it.
    () => undefined,
  )
}

function follow(slot: Element, terms: StepTerms, step: () => string): void {
  const root = new URL('../../glossary/', document.baseURI)
  const words = new TermWords((id) => new URL(`#${id}`, root).href)
  const watched = { childList: true, characterData: true, subtree: true }
  const observer = new MutationObserver(() => mark())
  const mark = () => {
    observer.disconnect()
    words.tidy()
    words.mark([...slot.querySelectorAll(SENTENCES)], terms[step()] ?? [])
    observer.observe(slot, watched)
  }
  mark()
}
