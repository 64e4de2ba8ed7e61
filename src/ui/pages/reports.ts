import { openIntake } from '../reports/intake.ts'
import { placeThemeSwitch } from '../kit/theme.ts'

placeThemeSwitch(document.querySelector('#theme'))
openIntake()
