import { placeThemeSwitch } from '../kit/theme.ts'
import { openStorage } from '../state/storage.ts'

placeThemeSwitch(document.querySelector('#theme'))
showProgress()

/** Marks on the table of contents what was begun and what is done. */
function showProgress(): void {
  const storage = openStorage(() => localStorage)
  const items = [...document.querySelectorAll<HTMLElement>('[data-lesson]')]
  let done = 0
  let next: HTMLElement | undefined
  for (const item of items) {
    const read = storage.read(item.dataset['lesson'] ?? '')
    const progress = read.kind === 'saved' ? read.saved.progress : undefined
    if (progress?.done) done++
    else next ??= item
    if (progress) mark(item, progress)
  }
  const line = document.querySelector('#progress')
  if (line && done > 0) line.textContent = `${done} of ${items.length} done`
  if (next) pointTo(next, done > 0)
}

function mark(item: HTMLElement, progress: { met: number; of: number; done: boolean }): void {
  const begun = progress.met > 0
  if (!progress.done && !begun) return
  item.dataset['progress'] = progress.done ? 'done' : 'begun'
  const note = document.createElement('span')
  note.className = progress.done ? 'done' : 'begun'
  note.textContent = progress.done ? '✓ done' : `${progress.met} of ${progress.of} goals`
  item.append(note)
}

/** The large link leads to the first lesson that is not done. */
function pointTo(item: HTMLElement, continued: boolean): void {
  const start = document.querySelector<HTMLAnchorElement>('#start')
  const link = item.querySelector('a')
  if (!start || !link) return
  start.href = link.href
  const [label, title, note] = start.children
  if (label) label.textContent = continued ? 'Go on' : 'Begin here'
  if (title) title.textContent = link.textContent
  const objective = item.querySelector('p')?.textContent
  if (note && objective) note.textContent = objective
}
