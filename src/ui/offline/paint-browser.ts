/** Gives the browser's own bars the page's paper, by day and by night, as the system or the reader has it. */
export function paintBrowser(): void {
  const tag = document.createElement('meta')
  tag.name = 'theme-color'
  const draw = () => {
    tag.content = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()
  }
  draw()
  document.head.append(tag)
  document.addEventListener('helo:theme', draw)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
}
