export { act, h, listen, once, type Attributes, type Child } from '../../meet/page/dom.ts'
