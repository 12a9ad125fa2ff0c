import type { Capabilities, Platform, SelfRole } from '../meeting/index.ts'
import { meetCapabilities } from './meet/capabilities.ts'
import { teamsCapabilitiesOf } from './teams/capabilities.ts'

/** What can be done in a call, by its site, its client (`Observation.variant`) and the teacher's own rank. Data only: needs no page. */
export function capabilitiesOf(platform: Platform, variant: string, role: SelfRole): Capabilities {
  return platform === 'teams' ? teamsCapabilitiesOf(variant, role) : meetCapabilities(role)
}
