import { words } from '#words/theme'
export type Theme = 'system' | 'light' | 'dark'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const key = 'helo-world/theme'

/** Puts the theme switch into its place in the masthead. `public/theme.js` sets the theme itself. */
export function placeThemeSwitch(place: HTMLElement | null): void {
  if (!place) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button plain theme-switch'
  const word = document.createElement('span')
  let theme = chosen()
  const draw = () => {
    button.replaceChildren('◐ ', word)
    word.textContent = words.names[theme]
    button.setAttribute('aria-label', words.change(words.names[theme]))
  }
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length]!
    choose(theme)
    draw()
  })
  draw()
  place.append(button)
}

const chosen = (): Theme => {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function choose(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // The choice holds for this page; blocked storage keeps no more.
  }
  document.dispatchEvent(new Event('helo:theme'))
}
