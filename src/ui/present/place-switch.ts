import { words } from '#words/present'
import { presenting } from '../state/presenting.svelte.ts'

/** Puts the switch into its place in the masthead, once. */
export function placePresentSwitch(): void {
  const place = document.querySelector('#present:empty')
  if (!place) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button small'
  button.textContent = words.present
  button.title = words.keys
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    presenting.toggle()
    button.setAttribute('aria-pressed', String(presenting.isOn))
  })
  place.append(button)
}
