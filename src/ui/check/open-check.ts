import { words } from '#words/check'
import { words as linkWords } from '#words/links'
import { mount } from 'svelte'
import { openWorker } from '../../hosting/open-worker.ts'
import { LabClient } from '../../lab/client.ts'
import { isLink } from '../../lab/link/read-link.ts'
import { checkLimits } from '../../lab/check/limits.ts'
import CheckPage from './CheckPage.svelte'
import { CheckState } from './check-state.svelte.ts'
import { openKept } from './kept.ts'

/** Milliseconds without a key after which what was typed is checked. */
const REST = 400

/** Draws the page, with what was on it before. @param root The address of the home page. */
export function openCheck(target: Element, root: URL): void {
  const client = new LabClient(openWorker(), {
    received: () => undefined,
    broke: (reason) => console.error(reason),
  })
  const kept = openKept(location.hash, () => sessionStorage)
  const page = new CheckState(
    {
      client,
      now: () => Date.now(),
      store: (check) => kept.store(check),
      later: (act) => void setTimeout(act, REST),
    },
    kept.start,
  )
  const fault = kept.fault && `${linkWords.faults[kept.fault]} ${words.linkFault}`
  target.replaceChildren()
  mount(CheckPage, {
    target,
    props: {
      page,
      openFiles: (files: readonly File[]) => void openFiles(files, page, client),
      banner: kept.isLinked ? words.linked : (fault ?? ''),
      own: kept.isLinked ? `${location.pathname}${location.search}` : undefined,
      sandbox: new URL('sandbox/', root),
    },
  })
  // What was typed in the last moment is kept too.
  addEventListener('pagehide', () => kept.store(page.linked))
  // Another link, opened in this page, is another page.
  addEventListener('hashchange', () => {
    if (isLink(location.hash)) location.reload()
  })
}

/** Reads files one after the other; what cannot be read gets a sentence, and the rest is read all the same. */
async function openFiles(
  files: readonly File[],
  page: CheckState,
  client: Pick<LabClient, 'ask'>,
): Promise<void> {
  for (const file of files.slice(0, checkLimits.texts)) {
    const sentence = await openFile(file, page, client)
    if (sentence !== undefined) page.say(sentence)
  }
  if (files.length > checkLimits.texts) page.say(words.tooMany(checkLimits.texts))
}

async function openFile(
  file: File,
  page: CheckState,
  client: Pick<LabClient, 'ask'>,
): Promise<string | undefined> {
  const { name, size } = file
  // It is not even read, so that its size costs nothing.
  if (size > checkLimits.text) return words.fileTooLarge(name, size, checkLimits.text)
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await client.ask('fileTexts', { name, bytes })
    if (!read.ok) return read.reason
    page.addFile(read.text)
    return undefined
  } catch {
    return words.fileUnread(name)
  }
}
