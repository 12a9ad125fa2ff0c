// Each page brings its own style sheet, as its entrypoint does; two on one page would colour each other.
import '../../panel/panel.css'

export { PanelPage } from '../../panel/PanelPage.tsx'
