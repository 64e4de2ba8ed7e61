/**
 * What xterm has of its own page: the whole of it is made for an editor with several windows, and little of
 * that is called.
 */
interface Disposable {
  dispose(): void
}

/** The events that scroll bars listen to. */
export const EventType = {
  MOUSE_LEAVE: 'mouseleave',
  MOUSE_OVER: 'mouseover',
  MOUSE_WHEEL: 'wheel',
  POINTER_DOWN: 'pointerdown',
  POINTER_MOVE: 'pointermove',
  POINTER_UP: 'pointerup',
}

export function getWindow(of?: Node | UIEvent | null): Window {
  const { ownerDocument, view } = (of ?? {}) as Partial<Node & UIEvent>
  return ownerDocument?.defaultView ?? view ?? window
}

export function addDisposableListener(
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  options: boolean | AddEventListenerOptions = false,
): Disposable {
  target.addEventListener(type, listener, options)
  return { dispose: () => target.removeEventListener(type, listener, options) }
}

export function scheduleAtNextAnimationFrame(of: Window, act: () => void): Disposable {
  const frame = of.requestAnimationFrame(act)
  return { dispose: () => of.cancelAnimationFrame(frame) }
}

/** In CSS pixels, from the top left corner of the page. */
export function getDomNodePagePosition(node: Element) {
  const { left, top, width, height } = node.getBoundingClientRect()
  return { left: left + scrollX, top: top + scrollY, width, height }
}
