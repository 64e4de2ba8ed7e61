import { FrameLine } from '../embed/frame-line.ts'
import { pageIds, type PageData } from '../learning/page.ts'
import { wordsIn } from '../learning/words.ts'
import type { Channel } from './channel.ts'
import { Cmi5Channel } from './cmi5-channel.ts'
import { PageView } from './page-view.ts'
import { scormChannel } from './scorm-channel.ts'
import { LearningSession, type Beginning } from './session.ts'

/** The page of a lesson in the package of a learning system: a line above the lesson, and the lesson in its frame. */
const target = document.getElementById(pageIds.target)
const data = JSON.parse(document.getElementById(pageIds.data)?.textContent ?? '') as PageData
if (target) void start(target, data)

async function start(target: HTMLElement, data: PageData): Promise<void> {
  const view = new PageView(target, wordsIn(data.language), data.outline.title)
  let asked = 0
  const session = new LearningSession(data, channelOf(data), {
    now: () => performance.now(),
    later(milliseconds, act) {
      const timer = setTimeout(act, milliseconds)
      return () => clearTimeout(timer)
    },
    askState: () => line.post({ type: 'getState', id: ++asked }),
    show: (now) => view.show(now),
  })
  addEventListener('pagehide', () => session.leave())
  addEventListener('pageshow', ({ persisted }) => persisted && session.cameBack())
  document.addEventListener('visibilitychange', () => document.hidden && session.hidden())
  // The lesson is fetched while the system is asked.
  const beginning = session.begin()
  const line = openFrame(view, data, session, beginning)
  await beginning
  const { returnTo } = session
  if (returnTo === undefined) return
  view.offerToLeave(() => {
    session.leave()
    location.assign(returnTo)
  })
}

function openFrame(
  view: PageView,
  { outline, frame }: PageData,
  session: LearningSession,
  beginning: Promise<Beginning>,
): FrameLine {
  const open = ({ state, start }: Beginning) =>
    line.post({
      ...{ type: 'open', kind: 'lesson', text: '', look: { theme: 'auto', properties: {} } },
      options: {
        ...{ lesson: outline.slug, height: 'fill' },
        ...(start !== undefined && { start }),
      },
      ...(state !== undefined && { state }),
    })
  const line = new FrameLine(view.frame, location.origin, {
    received(message) {
      if (message.type === 'hello') void beginning.then(open)
      else session.received(message)
    },
    failed: () => session.frameFailed(),
  })
  view.frame.src = `${frame}#host`
  return line
}

function channelOf({ format, language, outline, mastery }: PageData): Channel {
  if (format !== 'cmi5') return scormChannel(format, { language, mastery })
  return new Cmi5Channel(
    { outline, language },
    {
      query: new Map(new URLSearchParams(location.search)),
      fetch: (address, request) => fetch(address, request),
      now: () => new Date(),
      uuid: newUuid,
    },
  )
}

/** `randomUUID` is there over HTTPS alone, and not each LMS has it. */
function newUuid(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16))
  octets[6] = (octets[6]! & 0x0f) | 0x40
  octets[8] = (octets[8]! & 0x3f) | 0x80
  const hex = Array.from(octets, (one) => one.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
