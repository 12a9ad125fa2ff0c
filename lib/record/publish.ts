import { z } from 'zod'
import { recordSchema, recordsSchema } from './json.ts'

/**
 * The JSON Schema (draft 7) of an exported file: one record, or several. Made from the schemas that read such files, so the two can't
 * drift apart. Fields that are not in it may be there: a later version may add some.
 */
export function publishedSchema(): object {
  const { $schema, ...several } = z.toJSONSchema(recordsSchema, { target: 'draft-7' })
  const { $schema: _same, ...one } = z.toJSONSchema(recordSchema, { target: 'draft-7' })
  const { properties = {} } = several
  return {
    $schema,
    title: 'Lesson Steward: record of a lesson, version 1',
    description:
      'Times are milliseconds since 1970-01-01 UTC, lengths whole minutes unless they are called ms. A list or a field that is absent was not kept by the version that wrote the record, or does not apply.',
    anyOf: [{ $ref: '#/definitions/record' }, { $ref: '#/definitions/records' }],
    definitions: {
      record: one,
      records: {
        ...several,
        properties: {
          ...properties,
          records: { type: 'array', items: { $ref: '#/definitions/record' } },
        },
      },
    },
  }
}
