import type { Rolldown } from 'vite'

/** What a page's script asks for as soon as it runs, by modules from the project's root. */
const PANELS = {
  terminal: ['src/ui/panels/talking.ts', 'src/ui/terminal/terminal.ts'],
  zone: ['src/ui/panels/judging.ts'],
} as const

/** The modules in which one acts in a lesson with some panels. */
export const earlyModules = (panels: readonly string[]): readonly string[] =>
  panels.flatMap((name) => (name === 'terminal' || name === 'zone' ? PANELS[name] : []))

/**
 * Lets a browser fetch some modules beside the page's own script, which would ask for them once it has come: a
 * terminal is there a round trip sooner. The page's own script goes first.
 * @param html A built page, whose scripts are there already.
 * @param modules From the project's root; none for most pages.
 */
export function withEarlyLinks(
  html: string,
  bundle: Rolldown.OutputBundle,
  modules: readonly string[],
): string {
  const [, toRoot = ''] = /\ssrc="([^"]*)assets\//.exec(html) ?? []
  const files = filesOf(bundle, modules).filter((file) => !html.includes(`"${toRoot}${file}"`))
  const links = files.map((file) => {
    const kind = file.endsWith('.css') ? 'preload" as="style' : 'modulepreload'
    return `<link rel="${kind}" fetchpriority="low" crossorigin href="${toRoot}${file}">`
  })
  return html.replace('</head>', () => `${links.join('\n')}</head>`)
}

/** The built files of modules with all that they import, and their sheets. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): string[] {
  const found = new Set<string>()
  const add = (file: string): void => {
    const chunk = bundle[file]
    if (chunk?.type !== 'chunk' || found.has(file)) return
    found.add(file)
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) found.add(sheet)
    for (const next of chunk.imports) add(next)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && modules.some((module) => isModule(chunk, module)))
      add(chunk.fileName)
  return [...found]
}

const isModule = ({ facadeModuleId }: Rolldown.OutputChunk, module: string): boolean =>
  facadeModuleId?.replaceAll('\\', '/').endsWith(`/${module}`) ?? false
