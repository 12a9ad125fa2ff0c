import '../../record/record.css'

export { RecordLoader } from '../../record/RecordLoader.tsx'
