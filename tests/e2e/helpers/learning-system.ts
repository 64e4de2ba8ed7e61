import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, type Frame, type Page } from '@playwright/test'
import { contentType } from '../../../src/bridge/http/content-types.ts'
import type { Unpacked } from './packages.ts'

const runTime = join(import.meta.dirname, '../../../node_modules/scorm-again/dist')

export type Version = 'scorm12' | 'scorm2004'

/** A system with the run-time of scorm-again, which keeps what it is told from one visit to the next. */
export interface LearningSystem {
  readonly url: string
  /** All that was asked for and is not there. */
  readonly missing: readonly string[]
  end(): Promise<void>
}

export interface SystemOptions {
  /** What the learner's record has before the first visit. */
  readonly record?: object
  /** JavaScript that runs once the run-time is there, such as one that takes it away. */
  readonly spoil?: string
}

/** Serves a package as learning systems do: files by their whole names, and no page of a folder. */
export async function learningSystem(
  version: Version,
  files: Unpacked,
  { record = {}, spoil = '' }: SystemOptions = {},
): Promise<LearningSystem> {
  const missing: string[] = []
  const api = version === 'scorm12' ? 'API' : 'API_1484_11'
  const page = pageOf(version, api, JSON.stringify(record), spoil)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lms.example')
    if (pathname === '/') return send(response, 'index.html', page)
    if (pathname === `/${version}.min.js`)
      return void readFile(join(runTime, pathname)).then((text) => send(response, pathname, text))
    const file = files[decodeURIComponent(pathname.replace(/^\/package\//, ''))]
    if (file) return send(response, pathname, file)
    missing.push(pathname)
    response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    missing,
    end: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, name: string, body: string | Uint8Array): void {
  response.writeHead(200, { 'Content-Type': contentType(name) }).end(body)
}

/** Opens `?open=speak-smtp.html`; what was kept comes back on the next visit. */
const pageOf = (version: Version, api: string, record: string, spoil: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>LMS</title><link rel="icon" href="data:,">
<style>html, body, iframe { box-sizing: border-box; width: 100%; height: 100vh; margin: 0; border: 0 }</style>
<script src="${version}.min.js"></script>
<script>
  const calls = []
  window.calls = calls
  const api = new ${version === 'scorm12' ? 'Scorm12API' : 'Scorm2004API'}({ logLevel: 5 })
  window.${api} = api
  const kept = localStorage.getItem('cmi')
  api.loadFromJSON(kept ? JSON.parse(kept) : ${record})
  for (const call of ['Initialize', 'Finish', 'Terminate', 'Commit'])
    api.on('${version === 'scorm12' ? 'LMS' : ''}' + call, () => {
      calls.push(call)
      if (call !== 'Initialize') localStorage.setItem('cmi', JSON.stringify(api.cmi))
    })
  ${spoil}
</script>
<iframe title="The lesson" id="sco" allow="clipboard-write"></iframe>
<script>document.getElementById('sco').src = 'package/' + new URLSearchParams(location.search).get('open')</script>`

/** The frame of the lesson's own page, and in it the frame of the lesson. */
export async function openLesson(
  page: Page,
  system: LearningSystem,
  name: string,
): Promise<{ readonly sco: Frame; readonly lesson: Page }> {
  await page.goto(`${system.url}?open=${name}`)
  return framesIn(page, name)
}

export async function framesIn(page: Page, name: string) {
  const find = (part: string) => page.frames().find((frame) => frame.url().includes(part))
  await expect.poll(() => find('/embed/index.html') !== undefined).toBe(true)
  const [sco, lesson] = [find(`/${name}`)!, find('/embed/index.html')!]
  return { sco, lesson: pageIn(page, lesson) }
}

/** A frame that helpers can use as the page: its keyboard is that of the page around. */
function pageIn(page: Page, frame: Frame): Page {
  return new Proxy(frame, {
    get(of, name) {
      const from: object = name in of ? of : page
      const value: unknown = Reflect.get(from, name)
      return typeof value === 'function' ? value.bind(from) : value
    },
  }) as unknown as Page
}

/** The record of the learner, as the system has it now. */
export const recordIn = (page: Page): Promise<Record<string, never>> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('cmi') ?? '{}') as Record<string, never>)

/** What was called of the run-time in this visit. */
export const callsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls)

/** Leaves as a system lets one: the frame is taken away. */
export const leave = (page: Page): Promise<void> =>
  page.evaluate(() => document.getElementById('sco')!.remove())
