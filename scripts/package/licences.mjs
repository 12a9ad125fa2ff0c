import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packages whose code can be in what is shipped: the lock file's, without those for development only. */
export function shippedPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages)
    .filter(([path, one]) => path !== '' && one.dev !== true && one.devOptional !== true)
    .map(([path, one]) => ({
      name: one.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: one.version,
      licence: one.license ?? '',
      path,
    }))
    .toSorted((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
}

/** docs/licences.md: one line for each package that can be in what is shipped. */
export function licenceTable(root) {
  const rows = shippedPackages(root).map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence || 'not said'} |`,
  )
  return [
    '# Licences of what is shipped',
    '',
    'Made by `npm run package -- --licences` from the lock file; a test holds it against it. Packages for development are left out.',
    'MediaPipe’s compiled code (`wasm/`) comes from `@mediapipe/tasks-vision`; the room model is our own (`models/README.md`).',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
