import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type UserConfig } from 'vite'
import { apartFolder, chunkPackages, notesFolder } from './src/build/site/chunk-packages.ts'
import { otherLanguages } from './src/build/site/languages/dev-languages.ts'
import { ownFolder, type SiteLanguages } from './src/build/site/languages/other-languages.ts'
import { engineChunks } from './src/build/site/engine-chunks.ts'
import { engineNotes } from './src/build/site/embed/engine-notes.ts'
import { embed } from './src/build/site/embed/plugin.ts'
import { learning } from './src/build/site/learning/plugin.ts'
import { loadLessons } from './src/build/lessons/load-lessons.ts'
import { loadExperiments } from './src/build/experiments/load-experiments.ts'
import { loadPaths } from './src/build/lessons/load-paths.ts'
import { liveProof } from './src/build/lessons/proof/live-proof.ts'
import { loadWorlds } from './src/build/worlds/load-worlds.ts'
import { smallMonaco } from './src/build/site/monaco/plugin.ts'
import { pageInputs, pages, type SitePart } from './src/build/site/pages.ts'
import { offline } from './src/build/site/offline/plugin.ts'
import { smallXterm } from './src/build/site/xterm/plugin.ts'
import { withTerms } from './src/build/site/terms/with-terms.ts'
import { examplesOut } from './src/build/site/without-examples.ts'
import { withGreeting } from './src/build/site/with-greeting.ts'
import { loadWords } from './src/build/site/words/load-words.ts'
import { words } from './src/build/site/words/plugin.ts'
import { languageOf, languages } from './src/ui/words/languages.ts'

const root = import.meta.dirname

/** As large as all the rest, and without a word of ours: one file for all languages, and for widgets. */
const monacoChunk = {
  name: 'monaco',
  test: /node_modules\/monaco-editor\/.*\.js$|ui\/editor\/monaco\/parts\//,
  priority: 0,
}

const isMonaco = (file: string): boolean => /\/monaco-[\w-]+\.js$/.test(file)

/**
 * Few files: what the home page shares with the others, what every workbench starts with (and all
 * that this imports), and what is fetched later by several.
 */
const chunks = [
  {
    name: 'base',
    test: /src\/ui\/(state\/(storage|saved|done-record)|kit\/(theme|rich-text))\.ts$|hosting\/(fetch-again|worker\.ts)|lab\/protocol\.ts|vite\/preload-helper/,
    priority: 3,
  },
  // What every page does for itself: the palette, keeping the site, the class. A lesson has it once it is idle.
  {
    name: 'find',
    test: /src\/ui\/(find\/(start-find|find-key|keep-place)|offline\/when-idle|pages\/start-page|class\/in-class|intake\/listen-to-files)\.ts$/,
    priority: 2.5,
  },
  // What the page about working without a network shares with what keeps the site, on every page.
  {
    name: 'keep',
    test: /src\/ui\/(offline\/(copy|may-keep)|words\/\w+\/offline)\.ts$/,
    priority: 2.5,
  },
  // Of pages that are there to read: what several share would else come with all that lessons share.
  { name: 'reference', test: /src\/ui\/pages\/reference\.ts$/, priority: 1.5 },
  // How lessons were played and how far the course is: the home page reads it, lessons write it later.
  {
    name: 'plays',
    test: /src\/ui\/(state\/(plays\/(play-log|schedule|mastery)|due|chosen-path)|pages\/home\/course)\.ts$/,
    priority: 3,
  },
  {
    name: 'first',
    test: /node_modules\/svelte\/(?!.*(blocks\/(await|html|key|snippet|svelte-)|custom-element|bindings\/|legacy|transitions|css\.js))|src\/core\/text\/width|src\/ui\/(desk|kit|state|pages\/desk|panels\/(index|titles)|terminal\/(keys|type-size))(?!.*(AtHand|hall\.|Tabs|Select|Empty|Toggle|cards|parts|Step[A-Z]|lab-trouble|explained|GoalList|HintLadder|ProseText|in-variant|Coach|coach-line|answered|Debrief|Rail|own\/|typed-message|[Ww]orld-?[Cc]hoice|SlotKeys|enter-slot|observed|SavedWork|export|next-lesson|lesson-plays|variant|plays\/|chosen-path|all-work|due\.|Result|SectionLink|CopyButton|RichText|newest-answer))|src\/(lab\/(client|is-input)|hosting\/(open-worker|open-in-page|host-in-page))\.ts$/,
    priority: 2,
  },
  // The course on a page of the desk: its list, and where a path leads on.
  { name: 'course', test: /src\/ui\/course\/.*\.ts$/, minShareCount: 2, priority: 2 },
  // How verdicts are drawn: the journey and the delivery fetch it when one is opened.
  {
    name: 'verdicts',
    test: /src\/ui\/views\/(spf|dkim|dmarc|StepTree|ZoneLine|zone-line)/,
    minShareCount: 2,
    priority: 2,
  },
  // The editor reads no messages and knows no events: what does so stays with the few that share it.
  // It is one of its own itself: the page Live fetches it where zones are edited, other pages never.
  {
    name: 'shared',
    test: /src\/(?!ui\/(editor\/(?!severities)|panels\/Zone\/)|lab\/language|dns\/zone|protocols|message|core\/(json|gzip|crc32|reported-once)|lab\/(record|link|reports)|lint|lab\/views|auth\/(dkim|dmarc|arc|results)|world\/(events|log))/,
    minShareCount: 2,
    priority: 1,
  },
  {
    name: 'messages',
    test: /src\/(core\/json|lint|lab\/views|auth\/(dkim|dmarc|arc|results)|world\/(events|log))\//,
    minShareCount: 2,
    priority: 0,
  },
  // What packs and unpacks: journals, and archives that are checked.
  {
    name: 'packed',
    test: /node_modules\/fflate|src\/(core\/(gzip|crc32|unpack-limits)|lab\/(record|link)\/)/,
    minShareCount: 2,
    priority: 0,
  },
  // The editor has none of the protocols; the engines and the view of the wire have.
  {
    name: 'protocols',
    test: /src\/protocols\//,
    minShareCount: 2,
    priority: 0,
  },
  // Pages to look things up in share this sheet.
  { name: 'lists', test: /src\/ui\/pages\/reference\.css$/, priority: 4 },
  monacoChunk,
  // All pages about rules have this sheet; only their index has a script.
  { name: 'rules', test: /src\/ui\/pages\/rules\.css$/, priority: 4 },
]

/** What the chunks of Workers hold, for the budget. */
const notesOfEngines = engineNotes(root)

/** All that judges what stands in a widget, each kind as one file. */
const judgingChunks = engineChunks(
  root,
  'src/hosting/shared-worker.ts',
  {
    snippets: ['src/lab/questions/snippet.ts'],
    spf: ['src/lab/snippet/judge-spf.ts', 'src/lab/check/may-send.ts'],
    zones: ['src/lab/snippet/judge-zones.ts'],
    syntax: ['src/lint/spf-families.ts'],
    language: ['src/dns/zone/parse.ts'],
    rare: ['src/lint/dns/family.ts', 'src/lint/mx/family.ts'],
    records: ['src/lint/record-families.ts'],
    messages: ['message', 'message-trace', 'disguised-texts'].map(
      (name) => `src/lab/questions/${name}.ts`,
    ),
    findings: ['src/lab/questions/message-problems.ts'],
    sessions: ['src/lab/questions/transcript.ts'],
    smtp: ['src/lab/transcript/spoken-smtp.ts'],
    imap: ['src/lab/transcript/spoken-imap.ts'],
    pop3: ['src/lab/transcript/spoken-pop3.ts'],
  },
  { stages: ['snippets', 'spf', 'zones', 'syntax', 'language', 'rare', 'records'] },
)

/**
 * What every lab starts with as one file, and one more each for what judges zones, for mailboxes over the wire and
 * for terminals: on a slow line each file costs a wait.
 */
const labChunks = engineChunks(
  root,
  'src/hosting/worker.ts',
  {
    zones: ['src/lint/lint-zones.ts'],
    mailboxes: ['src/world/services/mailbox-sessions.ts', 'src/world/devices/use-device.ts'],
    shell: ['src/lab/terminals.ts'],
  },
  { isWhole: true, stages: ['mailboxes', 'shell'] },
)

/** Few files for a widget: what its frame starts with, and what each kind has for itself. */
const apartChunks = [
  {
    name: 'frame',
    test: /node_modules\/(svelte|clsx)\/|src\/(core\/section\.ts|ui\/(embed\/[\w.-]+(\?.*)?$|kit\/(?!Panel|Select|static-field)|words\/\w+\/(embed|links)\.ts))/,
    // The framework's index names all of it.
    includeDependenciesRecursively: false,
    minShareCount: 2,
    priority: 1,
  },
  monacoChunk,
]

/**
 * How the site is built in one language, at its root or beside others.
 * @param of The language, and all that there will be.
 * @param part Its pages, or what stands in pages of others: that has chunks of its own, and comes last.
 */
export const configFor = (of: SiteLanguages, part: SitePart = 'site'): UserConfig => ({
  root,
  base: './',
  appType: 'mpa',
  // What looks for Node finds none, and is left out.
  define: { 'globalThis.process': 'undefined' },
  plugins: [
    words({ root, language: of.language }),
    // A component of the other mode would bring its own half of the framework to every page.
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    pages({
      ...{ root, part, languages: of },
      loadWords: () => loadWords(root, of.language),
      loadLessons: async (from) =>
        (await Promise.all((await loadLessons(from, of)).map(withGreeting))).map(withTerms),
      loadWorlds,
      loadPaths: (from, slugs) => loadPaths(from, slugs, of.language),
      loadExperiments,
    }),
    liveProof(root),
    otherLanguages(of, configFor),
    chunkPackages(notesOf(of, part)),
    notesOfEngines.inSite(notesOf(of, part)),
    smallXterm(root),
    smallMonaco(root),
    embed(root, { isWritten: part === 'apart' && ownFolder(of) === '' }),
    ...(part === 'site' && isLast(of) ? [offline(root, of)] : []),
    ...(part === 'apart' ? [learning(root, of)] : []),
  ],
  // The pages' scripts: their HTML is not on disk, so the dev server would meet packages late.
  optimizeDeps: { entries: ['src/ui/pages/*.ts'] },
  server: { host: '127.0.0.1' },
  worker: {
    format: 'es',
    plugins: () => [examplesOut(), notesOfEngines.inWorker],
    rolldownOptions: {
      output: { codeSplitting: { groups: [part === 'site' ? labChunks : judgingChunks] } },
    },
  },
  build: {
    target: 'es2023',
    manifest: `${notesOf(of, part)}manifest.json`,
    // The first language clears what was there, and brings what all of them fetch as it is.
    emptyOutDir: part === 'site' && ownFolder(of) === '',
    copyPublicDir: part === 'site' && ownFolder(of) === '',
    // Of a chunk that is fetched later its sheets come with it; of Monaco's all files at once, for its own are many.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) =>
        files.filter((file) => file.endsWith('.css') || files.some(isMonaco)),
    },
    // The policy of our pages runs no inline script and reads no font from a data: URL.
    assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
    // Monaco is a large chunk on purpose; `npm run budget` watches the sizes.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Which plugin took how long is nothing to act on for who starts the playground.
      checks: { pluginTimings: false },
      input: pageInputs(root, of, part),
      output: { codeSplitting: { groups: part === 'site' ? chunks : apartChunks } },
    },
  },
})

const notesOf = (of: SiteLanguages, part: SitePart): string =>
  part === 'site' ? notesFolder(of) : apartFolder(of)

/** What a browser keeps is listed once all of it is there. */
const isLast = ({ language, all }: SiteLanguages): boolean =>
  all.length === 0 || all.at(-1) === language

const asked = process.env['HELO_LANGUAGE']

/** By `HELO_LANGUAGE`: a language alone, at the site's root. Else English, and beside it all others. */
export default defineConfig(configFor({ language: languageOf(asked), all: asked ? [] : languages }))
