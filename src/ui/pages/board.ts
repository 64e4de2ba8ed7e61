import { words } from '#words/class-board'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import { readKept } from '../class/kept-class.ts'
import { startOwnPage } from './start-page.ts'

startOwnPage()
// A class marks the pages that it serves; where there is none, nothing is asked for.
if (document.querySelector('meta[name="helo-world-class"]')) void open()
else document.querySelector('#none')?.removeAttribute('hidden')

/** The secret is in the link; afterwards the tab has it, and the address does not show it to the room. */
function takeSecret(): string | undefined {
  const given = location.hash.slice(1)
  if (given === '') {
    const kept = readKept()
    return kept?.role === 'teacher' ? kept.secret : undefined
  }
  history.replaceState(null, '', location.pathname)
  return given
}

async function open(): Promise<void> {
  const [target, waiting] = ['#board', '#waiting'].map((one) => document.querySelector(one))
  const said = document.querySelector('#said')
  const say = (text: string) => said && (said.textContent = text)
  const secret = takeSecret()
  if (!target || secret === undefined) return void say(words.wrong)
  say(words.opening)
  try {
    const { openBoard } = await fetchAgain(() => import('../class/open-board.ts'))
    if (!(await openBoard(target, secret))) return void say(words.wrong)
    target.removeAttribute('hidden')
    waiting?.setAttribute('hidden', '')
  } catch (error) {
    say(words.links.lost)
    throw error
  }
}
