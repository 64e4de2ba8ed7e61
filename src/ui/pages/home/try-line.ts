import { words } from '#words/home'
import { fetchAgain } from '../../../hosting/fetch-again.ts'
import type { TranscriptLine } from '../../../lab/types.ts'
import type { TryServer } from './try-server.ts'

/** What stands beside a line in the terminal, and its colour, by what it says. */
const MARKS = [
  { pattern: /^[12]/, mark: 'ok', glyph: '✓' },
  { pattern: /^3/, mark: 'go', glyph: '…' },
  { pattern: /^4/, mark: 'later', glyph: '↻' },
  { pattern: /^5/, mark: 'refused', glyph: '✕' },
]

/** The line on the home page that a server answers; its engine is fetched at the first focus. */
export function openTryLine(form: HTMLFormElement): void {
  const log = form.querySelector<HTMLElement>('.try-log')!
  const input = form.querySelector('input')!
  let server: Promise<TryServer> | undefined
  const open = () =>
    (server ??= fetchAgain(() => import('./try-server.ts')).then(
      ({ TryServer }) => new TryServer(add, broke),
    ))
  const broke = () => {
    server = undefined
    add({ who: 'program', text: words.notReached })
  }
  const add = ({ who, text }: TranscriptLine) => {
    log.append(lineOf(who, text))
    // The newest command stays in sight, however long its reply is.
    const [asked] = [...log.querySelectorAll<HTMLElement>('[data-mark=command]')].slice(-1)
    log.scrollTop = asked?.offsetTop ?? 0
  }
  const say = async (text: string) => {
    add({ who: 'you', text })
    try {
      await (await open()).say(text)
      sayWhatThatWas(form)
    } catch {
      broke()
    }
  }
  input.addEventListener('focus', () => void open().catch(() => (server = undefined)))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = input.value
    input.value = ''
    void say(text)
  })
}

/** Shown once the server has answered; its place is kept free from the start. */
function sayWhatThatWas(form: HTMLFormElement): void {
  const place = form.querySelector('.try-after')
  const start = document.querySelector<HTMLAnchorElement>('#start')
  if (!place || !start || place.hasChildNodes()) return
  const link = document.createElement('a')
  link.href = start.href
  link.textContent = `${start.querySelector('strong')?.textContent ?? words.beginTry} →`
  place.append(words.realAnswer, ' ', link)
}

function lineOf(who: TranscriptLine['who'], text: string): HTMLElement {
  const line = document.createElement('p')
  const found = who === 'server' ? MARKS.find(({ pattern }) => pattern.test(text)) : undefined
  line.dataset['mark'] = who === 'you' ? 'command' : (found?.mark ?? 'program')
  line.dataset['glyph'] = who === 'you' ? '›' : (found?.glyph ?? '')
  line.textContent = text
  return line
}
