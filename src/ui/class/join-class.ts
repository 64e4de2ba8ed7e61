import { words } from '#words/class'
import { CLASS_PROTOCOL } from '../../lab/class/protocol.ts'
import { readStudentView } from '../../lab/class/read-message.ts'
import type { StudentView } from '../../lab/class/protocol.ts'
import { pageOf } from '../links/address.ts'
import { choosePath } from '../state/chosen-path.ts'
import { homePage } from './home-page.ts'
import { readKept, storeKept } from './kept-class.ts'
import { roomPorts, type RoomAnswer } from './room-line.ts'

/** What a server answers, in a sentence. */
const PROBLEMS: Readonly<Record<number, string>> = {
  401: words.wrong,
  429: words.tooOften,
  503: words.full,
}

/** The code of a link stands in its fragment, which no server is sent. */
const codeInAddress = (): string => decoded(location.hash.slice(1)).trim()

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Lets somebody join the class of this server. @param form With a name and, where no link has it, the code. */
export function joinClass(form: HTMLFormElement): void {
  const code = form.querySelector<HTMLInputElement>('[name="code"]')
  const asked = form.querySelector<HTMLElement>('#asked-code')
  if (!code || !asked) return
  const show = () => {
    code.value = codeInAddress()
    asked.hidden = code.value !== ''
  }
  show()
  addEventListener('hashchange', show)
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send(form, code.value)
  })
  void offerToGoOn(form)
}

async function send(form: HTMLFormElement, code: string): Promise<void> {
  const [button, said] = [form.querySelector('button'), form.querySelector('#said')]
  const name = form.querySelector<HTMLInputElement>('[name="name"]')?.value ?? ''
  const say = (text: string) => said && (said.textContent = text)
  say(words.joining)
  button?.setAttribute('disabled', '')
  const answer = await ask(code.trim().toLowerCase(), name)
  button?.removeAttribute('disabled')
  const joined = answer && joinedFrom(answer.body)
  if (answer?.status === 200 && joined) return enter(joined.key, joined.view)
  say(answer ? (PROBLEMS[answer.status] ?? words.silent) : words.silent)
  // A code that is wrong can be written anew.
  if (answer?.status === 401) form.querySelector('#asked-code')?.removeAttribute('hidden')
}

const ask = (code: string, name: string): Promise<RoomAnswer | undefined> =>
  roomPorts(code)
    .post('join', { kind: 'join', version: CLASS_PROTOCOL, name })
    .catch(() => undefined)

function joinedFrom(body: unknown): { key: string; view: StudentView } | undefined {
  const { key, view, path } = (body ?? {}) as { key?: unknown; view?: unknown; path?: unknown }
  const read = readStudentView(view)
  if (typeof key !== 'string' || typeof read === 'string') return undefined
  // What comes next, on its pages, is what comes next in the class.
  if (typeof path === 'string') choosePath(path, () => localStorage)
  return { key, view: read }
}

/** Goes where the class is. */
function enter(key: string, { place, report }: StudentView): void {
  storeKept({
    ...{ role: 'student', key, report, went: place?.number ?? 0 },
    ...(place?.step !== undefined && { step: place.step }),
  })
  location.assign(place ? pageOf(place.slug, homePage()) : homePage())
}

/** Who is in the class already needs no second name. */
async function offerToGoOn(form: HTMLFormElement): Promise<void> {
  const kept = readKept()
  if (kept?.role !== 'student') return
  const { body } = await roomPorts(kept.key)
    .get('me')
    .catch(() => ({ body: undefined }))
  const view = readStudentView(body)
  if (typeof view === 'string') return
  const text = document.createElement('p')
  text.className = 'lead'
  text.textContent = `${words.isIn(view.name || words.learner(view.student))} `
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button primary'
  button.textContent = words.goOn
  button.addEventListener('click', () => enter(kept.key, view))
  text.append(button)
  form.before(text)
}
