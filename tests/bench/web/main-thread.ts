import type { CDPSession } from '@playwright/test'

/** What a page's main thread has done so far, in milliseconds of its own time. */
export interface MainThread {
  readonly tasks: number
  readonly script: number
  /** Styles and layout. */
  readonly layout: number
}

/** Counts the thread's own time from here on: what else the machine does is not in it. */
export async function countMainThread(session: CDPSession): Promise<() => Promise<MainThread>> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const milliseconds = (name: string): number =>
      (metrics.find((one) => one.name === name)?.value ?? NaN) * 1000
    return {
      tasks: milliseconds('TaskDuration'),
      script: milliseconds('ScriptDuration'),
      layout: milliseconds('LayoutDuration') + milliseconds('RecalcStyleDuration'),
    }
  }
}
