export { createObserver } from '../../lib/observe/observer.ts'
export { scheduleOf } from '../../lib/observe/schedule.ts'
export { changeWatch, meetAdapter, teamsAdapter } from '../../lib/platforms/index.ts'
