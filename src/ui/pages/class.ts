import { joinClass } from '../class/join-class.ts'
import { startOwnPage } from './start-page.ts'

startOwnPage()
const [form, none] = [
  document.querySelector<HTMLFormElement>('#join'),
  document.querySelector('#none'),
]
// A class marks the pages that it serves; where there is none, nothing is asked for.
if (form && document.querySelector('meta[name="helo-world-class"]')) joinClass(form)
else none?.removeAttribute('hidden')
