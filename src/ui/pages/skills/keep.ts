import { words } from '#words/skills'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import { collectWork, mergeWork, readWorkFile, writeWorkFile } from '../../state/all-work.ts'
import { download } from './download.ts'

const byId = <Kind extends HTMLElement>(id: string) => document.querySelector<Kind>(`#${id}`)!

/**
 * Work as a file, and records.
 * @param slugs Of all lessons, in order.
 * @param changed Draws the skills anew.
 */
export function openKeep(slugs: readonly string[], changed: () => void): void {
  openFiles(changed)
  byId('record').addEventListener('submit', (event) => {
    event.preventDefault()
    void makeRecord(slugs)
  })
  openVerify()
}

function openFiles(changed: () => void): void {
  const said = byId('import-said')
  const chooser = byId<HTMLInputElement>('import-file')
  byId('export').addEventListener('click', () => {
    const work = attempt(() => collectWork(Object.keys(localStorage), localStorage)) ?? {}
    const lessons = Object.keys(work).length
    said.textContent = lessons > 0 ? words.exported(lessons) : words.nothingToExport
    if (lessons > 0)
      download('helo-world-work.json', 'application/json', writeWorkFile(work, Date.now()))
  })
  byId('import').addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? []
    if (!file) return
    void file.text().then((text) => {
      said.textContent = importWork(text)
      chooser.value = ''
      changed()
    })
  })
}

/** @returns What came of it, in a sentence. */
function importWork(text: string): string {
  const read = readWorkFile(text)
  if (!read.ok) return words.importFaults[read.fault]
  const merged = attempt(() => mergeWork(read.work, localStorage))
  return merged?.isWhole ? words.imported(merged.taken, merged.kept) : words.importFaults.full
}

async function makeRecord(slugs: readonly string[]): Promise<void> {
  const said = byId('record-said')
  try {
    const { recordFile } = await fetchAgain(() => import('./make-record.ts'))
    const name = byId<HTMLInputElement>('record-name').value.trim()
    const made = await recordFile(slugs, name, Date.now())
    said.textContent = made.said
    if (made.text !== undefined) download(words.fileName, 'text/plain', made.text)
  } catch {
    said.textContent = words.notReached
  }
}

function openVerify(): void {
  const field = byId<HTMLTextAreaElement>('verify-text')
  const chooser = byId<HTMLInputElement>('verify-file')
  const form = byId<HTMLFormElement>('verify')
  let isBusy = false
  const verify = async (text: string) => {
    if (isBusy) return
    isBusy = true
    try {
      const { showVerified } = await fetchAgain(() => import('./verify.ts'))
      await showVerified(text, byId('verify-said'), byId('verified'))
    } catch {
      byId('verify-said').textContent = words.notReached
    }
    isBusy = false
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void verify(field.value)
  })
  byId('verify-pick').addEventListener('click', () => chooser.click())
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? []
    if (file) void file.text().then(verify)
    chooser.value = ''
  })
  form.addEventListener('dragover', (event) => event.preventDefault())
  form.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? []
    if (!file) return
    event.preventDefault()
    void file.text().then(verify)
  })
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
