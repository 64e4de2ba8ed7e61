import { words } from '#words/offline'
import { ask, findCopy, register, whenActive } from '../offline/copy.ts'
import { isTurnedOff, obstacleOf, surroundings, turn } from '../offline/may-keep.ts'
import { startPage } from './start-page.ts'

startPage()

const byId = (id: string) => document.querySelector<HTMLElement>(`#${id}`)!
const say = (text: string) => void (byId('copy-said').textContent = text)

byId('missing').hidden = !new URLSearchParams(location.search).has('missing')
byId('fill').addEventListener('click', () => void fill())
byId('remove').addEventListener('click', () => void remove())
// It may come while somebody looks.
const coming = new MutationObserver(() => void look())
coming.observe(document.documentElement, { attributeFilter: ['data-offline'] })
void look()

/** Says what is stored, and offers what can be done about it. */
async function look(): Promise<void> {
  const obstacle = obstacleOf(surroundings())
  const worker = obstacle ? undefined : (await findCopy().catch(() => undefined))?.active
  const state = worker ? await ask(worker, { kind: 'state' }) : undefined
  byId('fill').hidden = obstacle !== undefined || state?.isWhole === true
  byId('remove').hidden = state === undefined
  if (obstacle) say(words.cannot[obstacle])
  else if (state) say(state.isWhole ? words.whole : words.part)
  else say(isTurnedOff() ? words.off : words.none)
}

async function fill(): Promise<void> {
  turn('on')
  say(words.filling)
  try {
    const worker = await whenActive(await register())
    const { isWhole } = await ask(worker, { kind: 'fill' })
    await look()
    if (!isWhole) say(words.notFilled)
  } catch {
    say(words.notFilled)
  }
}

async function remove(): Promise<void> {
  coming.disconnect()
  turn('off')
  const copy = await findCopy()
  if (copy?.active) await ask(copy.active, { kind: 'remove' })
  delete document.documentElement.dataset['offline']
  byId('remove').hidden = true
  byId('fill').hidden = false
  byId('fill').focus()
  say(words.removed)
}
