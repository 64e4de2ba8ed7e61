import { joinClass } from '../class/join-class.ts'
import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'

placeThemeSwitch(document.querySelector('#theme'))
startFind()
const [form, none] = [
  document.querySelector<HTMLFormElement>('#join'),
  document.querySelector('#none'),
]
// A class marks the pages that it serves; where there is none, nothing is asked for.
if (form && document.querySelector('meta[name="helo-world-class"]')) joinClass(form)
else none?.removeAttribute('hidden')
