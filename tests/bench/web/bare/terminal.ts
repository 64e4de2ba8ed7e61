/** The least that a page with xterm is: a prompt, and each key drawn as it comes. */
import '@xterm/xterm/css/xterm.css'
import { FitAddon } from '@xterm/addon-fit'
import { Terminal } from '@xterm/xterm'

const terminal = new Terminal({ fontSize: 13 })
const fit = new FitAddon()
terminal.loadAddon(fit)
terminal.open(document.querySelector('main')!)
fit.fit()
addEventListener('resize', () => fit.fit())
terminal.onData((data) => terminal.write(data))
terminal.write('you@desk:~$ ')
