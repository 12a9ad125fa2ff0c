import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedPackages } from './licences.mjs'

/**
 * The list of parts of what is shipped (CycloneDX 1.5), from the lock file and the same each time. Not `npm sbom --omit=dev`: that
 * leaves out what a tool for development needs as well, and with it React.
 */
export function partsList(root) {
  const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const { packages } = read('package-lock.json')
  const own = read('package.json')
  const shipped = shippedPackages(root)
  const refs = new Map(shipped.map((one) => [one.path, refOf(one)]))
  const needs = (path) => {
    const { dependencies, optionalDependencies, peerDependencies } = packages[path]
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    const found = names.map((name) => refs.get(placeOf(packages, path, name)))
    return [...new Set(found.filter((ref) => ref !== undefined))].toSorted()
  }
  const parts = new Map(shipped.map((one) => [refOf(one), one]))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': refOf(own),
        type: 'application',
        name: own.name,
        version: own.version,
        licenses: licenceOf(own.license),
      },
    },
    components: [...parts].map(([ref, one]) => ({
      'bom-ref': ref,
      type: 'library',
      name: one.name,
      version: one.version,
      purl: `pkg:npm/${one.name.replace(/^@/, '%40')}@${one.version}`,
      hashes: [{ alg: 'SHA-512', content: hashOf(packages[one.path].integrity ?? '') }],
      licenses: licenceOf(one.licence),
    })),
    dependencies: [
      { ref: refOf(own), dependsOn: needs('') },
      ...[...parts].map(([ref, { path }]) => ({ ref, dependsOn: needs(path) })),
    ],
  }
}

const refOf = ({ name, version }) => `${name}@${version}`

const licenceOf = (licence) =>
  / (?:AND|OR|WITH) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]

/** "sha512-" and base64, as the lock file has it, in hexadecimal. */
const hashOf = (integrity) =>
  Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')

/** Where a package finds one that it needs: in its own folder, else in that of who is around it. */
function placeOf(packages, path, name) {
  const place = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`
  if (place in packages) return place
  if (path === '') return undefined
  const around = path.slice(0, path.lastIndexOf('node_modules/')).replace(/\/$/, '')
  return placeOf(packages, around, name)
}
