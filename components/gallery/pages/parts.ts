import '../parts.css'

export { OverlaySheet } from '../OverlaySheet.tsx'
export { UiSheet } from '../UiSheet.tsx'
