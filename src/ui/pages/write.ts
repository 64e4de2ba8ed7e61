import { words } from '#words/write'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import type { PlainComposer } from '../write/plain-composer.ts'
import { startPage } from './start-page.ts'

startPage()
const target = document.querySelector('#write')
if (target) void open(target)

async function open(place: Element): Promise<void> {
  try {
    const { openWrite } = await fetchAgain(() => import('../write/open-write.ts'))
    const fields = document.querySelector('#fields')?.textContent ?? '[]'
    await openWrite(place, JSON.parse(fields) as PlainComposer[])
  } catch (error) {
    const said = document.createElement('p')
    said.className = 'notice'
    said.role = 'alert'
    said.textContent = words.failed
    place.append(said)
    throw error
  }
}
