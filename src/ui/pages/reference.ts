import { startFind } from '../find/start-find.ts'
import { placeThemeSwitch } from '../kit/theme.ts'
import { startOfflineWhenIdle } from '../offline/when-idle.ts'

// All that is there to read is there without this.
placeThemeSwitch(document.querySelector('#theme'))
startFind()
startOfflineWhenIdle()
