import '../../practice/practice.css'

export { PracticeLesson } from '../../../lib/desk/practice.ts'
export { PracticePage } from '../../practice/PracticePage.tsx'
