const byId = <Kind extends HTMLElement>(id: string) => document.querySelector<Kind>(`#${id}`)!

export interface FilePorts {
  /** Files were chosen by the button `#choose`, which opens `#chooser`. */
  chosen(files: readonly File[]): void
  /** Files were dropped; what holds them is empty once the event is over. */
  dropped(data: DataTransfer): void
}

/**
 * Takes files for a page, those that are dropped anywhere on it: who misses `#drop` by a little must not lose the
 * page.
 */
export function listenToFiles({ chosen, dropped }: FilePorts): void {
  const [chooser, drop] = [byId<HTMLInputElement>('chooser'), byId('drop')]
  byId('choose').addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    chosen([...(chooser.files ?? [])])
    chooser.value = ''
  })
  const mark = (isOver: boolean) => drop.toggleAttribute('data-over', isOver)
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    mark(true)
  })
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && mark(false))
  addEventListener('drop', (event) => {
    mark(false)
    if (!hasFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    dropped(event.dataTransfer)
  })
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.some((type) => /^files$/i.test(type)) ?? false
