import { words } from '#words/offline'
import './offer.css'

/** What is said above the page. */
export interface Offer {
  readonly text: string
  readonly action: string
  accept(): void
  decline(): void
}

/**
 * A sentence with a choice, in the masthead: over what is there, so that nothing moves and nothing that
 * one works at is covered. What was offered before gives way.
 */
export function showOffer({ text, action, accept, decline }: Offer): void {
  const row = document.querySelector('.masthead .row')
  if (!row) return
  row.querySelector('.newer')?.remove()
  const place = document.createElement('div')
  place.className = 'newer'
  // First an empty region, then its words: only so is it read out.
  place.role = 'status'
  row.querySelector('.mark')?.after(place)
  const said = document.createElement('span')
  said.textContent = text
  const button = (name: string, kind: string, act: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = `button small ${kind}`
    made.textContent = name
    made.addEventListener('click', act)
    return made
  }
  const end = () => {
    const hadFocus = place.contains(document.activeElement)
    place.remove()
    if (hadFocus) row.querySelector<HTMLElement>('.mark')?.focus()
    decline()
  }
  requestAnimationFrame(() =>
    place.append(said, button(action, 'primary', accept), button(words.later, 'plain', end)),
  )
}
