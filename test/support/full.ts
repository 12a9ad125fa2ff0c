/** `npm run test:full`: also what takes minutes, and is left out of `npm test` to keep it within twenty minutes on two cores. */
export const FULL = process.env['LESSON_STEWARD_FULL'] === '1'
