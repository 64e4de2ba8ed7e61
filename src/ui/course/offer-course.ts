import { words } from '#words/course-drawer'
import { mount } from 'svelte'
import { fetchAgain } from '../../hosting/fetch-again.ts'

/**
 * The masthead's link to the lessons opens their list in the page, as Alt+L does. Where the list cannot
 * be fetched the link leads home, as it did.
 * @param slug Of the lesson that the page has.
 */
export function offerCourse(slug: string): void {
  const link = document.querySelector<HTMLAnchorElement>('.masthead nav a[href$="#lessons"]')
  if (!link) return
  link.role = 'button'
  link.ariaHasPopup = 'dialog'
  link.title = words.keys
  let opened: Promise<() => Promise<void>> | undefined
  const toggle = async () => {
    try {
      opened ??= openDrawer(slug, link)
      await (
        await opened
      )()
    } catch {
      location.assign(link.href)
    }
  }
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
    event.preventDefault()
    void toggle()
  })
  addEventListener('keydown', (event) => {
    const isShortcut = event.altKey && !event.ctrlKey && event.code === 'KeyL'
    const isPressed = event.key === ' ' && event.target === link
    if (!isShortcut && !isPressed) return
    event.preventDefault()
    void toggle()
  })
}

/** @returns Opens the drawer, or closes it. */
async function openDrawer(slug: string, link: HTMLElement): Promise<() => Promise<void>> {
  const { default: CourseDrawer } = await fetchAgain(() => import('./CourseDrawer.svelte'))
  const drawer = mount(CourseDrawer, { target: document.body, props: { slug, link } })
  return () => drawer.toggle()
}
