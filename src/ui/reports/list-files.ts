import { words } from '#words/reports'
import type { GivenFile } from '../../lab/types.ts'

/** Lists files, each with a button that removes it. */
export function listFiles(
  list: HTMLElement,
  files: readonly GivenFile[],
  remove: (file: GivenFile) => void,
): void {
  const at = [...list.querySelectorAll('button')].indexOf(
    document.activeElement as HTMLButtonElement,
  )
  list.replaceChildren(...files.map((file) => item(file, remove)))
  list.hidden = files.length === 0
  // Who removes one after the other stays at it.
  if (at >= 0) [...list.querySelectorAll('button')].at(Math.min(at, files.length - 1))?.focus()
}

function item(file: GivenFile, remove: (file: GivenFile) => void): HTMLElement {
  const line = document.createElement('li')
  const name = document.createElement('span')
  name.className = 'name'
  name.textContent = file.name
  const size = document.createElement('span')
  size.className = 'size'
  size.textContent = words.size(file.bytes.length)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button plain small'
  button.textContent = words.remove
  button.setAttribute('aria-label', words.removeFile(file.name))
  button.addEventListener('click', () => remove(file))
  line.append(name, size, button)
  return line
}
