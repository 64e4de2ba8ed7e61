import { openIntake } from '../grade/intake.ts'
import { startPage } from './start-page.ts'

startPage()
openIntake()
