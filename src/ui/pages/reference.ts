import { startPage } from './start-page.ts'

// All that is there to read is there without this.
startPage()
