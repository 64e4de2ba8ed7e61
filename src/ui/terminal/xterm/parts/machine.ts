/** Which browser on which machine, as far as a wheel and its scroll bars differ there. */
const agent = typeof navigator === 'object' ? navigator.userAgent : ''

export const isChrome = agent.includes('Chrome')
export const isFirefox = agent.includes('Firefox')
export const isSafari = !isChrome && agent.includes('Safari')
export const isMacintosh = agent.includes('Macintosh')
export const isWindows = agent.includes('Windows')

/** Set by a program that is a browser itself; in a page it is never set. */
export const getZoomFactor = (): number => 1
