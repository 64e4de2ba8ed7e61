import { openPage, type OpenPage } from './open-page.ts'
import { KEY, type Watch } from './page-probe.ts'
import { loading, type WebPart } from './part.ts'
import type { Stage } from './stage.ts'
import type { Sample } from './turns.ts'

const paths = { own: 'site/lessons/speak-smtp/', bare: 'bare/terminal.html' }
const screen = { field: '[Tt]erminal', screen: 'section, main' }
/** The lesson opens in a session: its server's greeting is the prompt. */
const watches: Readonly<Record<'own' | 'bare', Watch>> = {
  own: { ...screen, sign: '220 ' },
  bare: { ...screen, sign: '$' },
}

/** The lesson with nothing but a terminal beside a page with nothing but xterm. */
export const terminalPart: WebPart = {
  group: 'web-terminal',
  about: 'a lesson in the terminal beside a bare xterm; 1.6 Mbit/s, 150 ms, CPU × 4, empty cache',
  pages: ['speak-smtp', 'bare xterm'],
  figures: {
    'bytes, left alone': 'octets',
    'requests, left alone': 'count',
    'first paint': 'ms',
    'prompt is drawn': 'ms',
    'a key is possible': 'ms',
    'key to echo': 'ms',
    'bytes until the echo': 'octets',
    'bytes until a server answered EHLO': 'octets',
    'requests until then': 'count',
  },
  visit: (page, stage) =>
    loading(async () => ({
      ...(await leaveAlone(stage, page)),
      ...(await typeAtOnce(stage, page)),
    })),
  targets: [
    {
      about: 'key to echo at most 1.1 × the prompt of a bare xterm',
      value: (own, bare) => own['key to echo']! / bare['prompt is drawn']!,
      ...{ most: 1.1, unit: '×' },
    },
    {
      about: 'at most 120 KiB until the echo; engines come when the page is idle',
      value: (own) => own['bytes until the echo'],
      ...{ most: 120 * 1024, unit: 'octets' },
    },
  ],
}

async function leaveAlone(stage: Stage, page: 'own' | 'bare'): Promise<Sample> {
  const opened = await openPage(stage, paths[page], watches[page], 'slow')
  const [firstPaint, prompt] = [await opened.until('firstPaint'), await opened.until('sign')]
  await opened.settle()
  const sample = {
    'bytes, left alone': stage.server.octets,
    'requests, left alone': stage.server.served.length,
    'first paint': firstPaint,
    'prompt is drawn': prompt,
  }
  await opened.close()
  return sample
}

async function typeAtOnce(stage: Stage, page: 'own' | 'bare'): Promise<Sample> {
  const opened = await openPage(stage, paths[page], { ...watches[page], key: KEY }, 'slow')
  const [field, echo] = [await opened.until('field'), await opened.until('echo')]
  const octets = stage.server.octets
  await opened.settle()
  const kept = (await opened.text()).includes(KEY)
  const answered = page === 'own' && kept ? await speakToServer(opened, stage) : {}
  await opened.close()
  return {
    'a key is possible': field,
    'key to echo': kept ? echo : Infinity,
    'bytes until the echo': octets,
    ...answered,
  }
}

/** Greets the server of the session that the lesson opens in. */
async function speakToServer({ page, focus }: OpenPage, { server }: Stage): Promise<Sample> {
  await focus()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('EHLO desk.example.net\n')
  const log = page.getByRole('log', { name: 'Transcript' })
  await log.getByText('250-mx.example.net').waitFor({ state: 'attached' })
  return {
    'bytes until a server answered EHLO': server.octets,
    'requests until then': server.served.length,
  }
}
