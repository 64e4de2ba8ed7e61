import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'

// All that is there to read is there without this.
placeThemeSwitch(document.querySelector('#theme'))
startFind()
