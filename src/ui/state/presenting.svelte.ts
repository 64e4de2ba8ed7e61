import { words } from '#words/state'
/** Whether the desk is shown to a hall: large, one slot at a time, without goals and hints. */
class Presenting {
  isOn = $state(false)

  toggle(): void {
    this.isOn = !this.isOn
    document.documentElement.toggleAttribute('data-present', this.isOn)
  }
}

export const presenting = new Presenting()

/** Puts the switch into its place in the masthead. */
export function placePresentSwitch(place: Element | null): void {
  if (!place) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button small'
  button.textContent = words.present
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    presenting.toggle()
    button.setAttribute('aria-pressed', String(presenting.isOn))
  })
  place.append(button)
}
