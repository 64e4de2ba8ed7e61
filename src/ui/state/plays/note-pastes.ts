/** Texts that were copied on the page itself are kept up to so many. */
const MOST_OWN = 50

/**
 * Reports what is pasted or dropped into a desk from elsewhere. What was copied or dragged on the page itself is
 * the learner's own, and so is no paste.
 * @param desk Its element.
 */
export function notePastes(desk: Element, pasted: (text: string) => void): void {
  let own: string[] = []
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const copied = (event: ClipboardEvent | DragEvent) => {
    const data = event instanceof DragEvent ? event.dataTransfer : event.clipboardData
    // Editors say themselves what is copied; else it is what is selected.
    const texts = [
      data?.getData('text/plain') ?? '',
      String(getSelection() ?? ''),
      selectedIn(event),
    ]
    own = [...own, ...texts.map(plain).filter((text) => text !== '')].slice(-MOST_OWN)
  }
  // On its way back up, when who handles it has put the text there.
  for (const kind of ['copy', 'cut'] as const) document.addEventListener(kind, copied)
  document.addEventListener('dragstart', copied)

  const taken = (event: Event, data: DataTransfer | null) => {
    const text = data?.getData('text/plain') ?? ''
    if (text === '' || !(event.target instanceof Node) || !desk.contains(event.target)) return
    if (!own.includes(plain(text))) pasted(text)
  }
  document.addEventListener('paste', (event) => taken(event, event.clipboardData), true)
  document.addEventListener('drop', (event) => taken(event, event.dataTransfer), true)
}

/** A selection in a field is none of the document's. */
function selectedIn({ target }: Event): string {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return ''
  const { selectionStart, selectionEnd, value } = target
  return value.slice(selectionStart ?? 0, selectionEnd ?? 0)
}
