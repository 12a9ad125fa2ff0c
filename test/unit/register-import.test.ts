import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyImport,
  exportRegister,
  idsFromNames,
  previewImport,
} from '../../lib/register/index.ts'
import type { Guardian, ImportPreview, Register } from '../../lib/register/index.ts'
import { consentOf, roleOf } from '../../lib/register/import/consent.ts'
import { guardiansIn, nameParts } from '../../lib/register/import/people.ts'
import { parseRegister } from '../../lib/register/schema.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('')
  const bytes = new Uint8Array(units.length * 2)
  for (let i = 0; i < units.length; i += 1) {
    const code = units.charCodeAt(i)
    bytes[i * 2 + (order === 'le' ? 0 : 1)] = code & 255
    bytes[i * 2 + (order === 'le' ? 1 : 0)] = code >> 8
  }
  return bytes
}
/** Only for the letters used here. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].map((letter) => ({ '’': 0x92, Š: 0x8a })[letter] ?? letter.charCodeAt(0)),
  )
}
const names = (preview: ImportPreview) =>
  preview.rows.map((row) => `${row.firstName} ${row.lastName}`.trim())
const codes = (preview: ImportPreview) =>
  preview.problems.map((problem) => `${problem.line} ${problem.severity} ${problem.code}`)
const fields = (preview: ImportPreview) =>
  Object.fromEntries(preview.columns.map((column) => [column.header, column.field ?? column.how]))
const pupilsOf = (preview: ImportPreview) => preview.rows.filter((row) => row.kind === 'pupil')
const load = (text: string) => applyImport(previewImport(text), undefined, idsFromNames()).register

describe('encodings', () => {
  const text = 'First name,Last name\nSiân,O’Brien\nZoë,Müller\n'
  const wanted = ['Siân O’Brien', 'Zoë Müller']
  it.each([
    ['utf-8', utf8(text), []],
    ['utf-8', utf8(`\ufeff${text}`), []],
    ['utf-16le', utf16(text, 'le', true), []],
    ['utf-16be', utf16(text, 'be', true), []],
    ['utf-16le', utf16(text, 'le', false), []],
    ['windows-1252', windows1252(text), ['0 warning oldEncoding']],
    [
      'mixed',
      Uint8Array.from([
        ...utf8('First name,Last name\nSiân,O’Brien\n'),
        ...windows1252('Zoë,Müller\n'),
      ]),
      ['0 warning mixedEncoding'],
    ],
  ] as const)('%s', (encoding, bytes, problems) => {
    const preview = previewImport(bytes)
    expect(preview.encoding).toBe(encoding)
    expect(names(preview)).toEqual(wanted)
    expect(codes(preview)).toEqual(problems)
  })

  it('says what a file is that is no text', () => {
    for (const bytes of [
      Uint8Array.of(0x50, 0x4b, 3, 4, 20),
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      utf8('%PDF-1.7'),
      utf8('a\u0000b,c\u0001'),
    ]) {
      expect(codes(previewImport(bytes))).toEqual(['0 error notText'])
    }
    expect(codes(previewImport('<html><table>'))).toEqual(['0 error notText'])
    expect(codes(previewImport(''))).toEqual(['0 error emptyFile'])
    expect(codes(previewImport(utf8('  \n \n')))).toEqual(['0 error emptyFile'])
  })

  it('points at letters that were broken before', () => {
    expect(codes(previewImport('First name,Last name\nZoÃ«,Potter\nAmelia,Potter\n'))).toEqual([
      '2 warning brokenLetters',
    ])
  })
})

describe('columns of the usual exports', () => {
  it.each([
    [
      'SIMS',
      'Surname,Forename,Legal Surname,Reg,Year,UPN,Parental Salutation\nPotter,Amelia,Weasley,4K,4,A1,Mr & Mrs Potter\n',
      {
        Surname: 'lastName',
        Forename: 'firstName',
        'Legal Surname': 'notUsed',
        Reg: 'regGroup',
        Year: 'year',
        UPN: 'number',
        'Parental Salutation': 'guardian1.name',
      },
    ],
    [
      'SIMS, legal names only',
      'Legal Surname,Legal Forename\nPotter,Amelia\n',
      { 'Legal Surname': 'lastName', 'Legal Forename': 'firstName' },
    ],
    [
      'Arbor',
      'Student,Year group,Registration form,Primary guardian 1,Guardian 1 Relationship,Guardian 1 Mobile number\n"Potter, Amelia",Year 4,4K,Helen Potter,Mother,07700 900101\n',
      {
        Student: 'fullName',
        'Year group': 'year',
        'Registration form': 'regGroup',
        'Primary guardian 1': 'guardian1.name',
        'Guardian 1 Relationship': 'guardian1.relation',
        'Guardian 1 Mobile number': 'guardian1.phone',
      },
    ],
    [
      'Bromcom',
      'First Name,Last Name,Preferred First Name,Tutor Group,Contact 1 Forename,Contact 1 Surname,Contact 2 Forename,Contact 2 Surname,Contact 1 Email\nAmelia,Potter,Millie,4K,Helen,Potter,James,Potter,h@x\n',
      {
        'First Name': 'firstName',
        'Last Name': 'lastName',
        'Preferred First Name': 'preferredName',
        'Tutor Group': 'regGroup',
        'Contact 1 Forename': 'guardian1.firstName',
        'Contact 1 Surname': 'guardian1.lastName',
        'Contact 2 Forename': 'guardian2.firstName',
        'Contact 2 Surname': 'guardian2.lastName',
        'Contact 1 Email': 'notUsed',
      },
    ],
    [
      'ScholarPack',
      "Forename,Surname,Known As,Class,Mother's Name,Father's Name\nAmelia,Potter,Millie,Oak,Helen Potter,James Potter\n",
      {
        Forename: 'firstName',
        Surname: 'lastName',
        'Known As': 'preferredName',
        Class: 'className',
        "Mother's Name": 'guardian1.name',
        "Father's Name": 'guardian2.name',
      },
    ],
    [
      'Google Classroom',
      'Last Name,First Name,Email address\nPotter,Amelia,a@x\n',
      { 'Last Name': 'lastName', 'First Name': 'firstName', 'Email address': 'notUsed' },
    ],
    [
      'Google Admin',
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required]\nAmelia,Potter,a@x,****\n',
      {
        'First Name [Required]': 'firstName',
        'Last Name [Required]': 'lastName',
        'Email Address [Required]': 'notUsed',
        'Password [Required]': 'notUsed',
      },
    ],
    [
      'Entra',
      'userPrincipalName,displayName,surname,mail,givenName,objectId,jobTitle,department\na@x,Amelia Potter,Potter,a@x,Amelia,0f,Student,4K\n',
      {
        userPrincipalName: 'notUsed',
        displayName: 'fullName',
        surname: 'lastName',
        mail: 'notUsed',
        givenName: 'firstName',
        objectId: 'number',
        jobTitle: 'role',
        department: 'year',
      },
    ],
  ])('%s', (_, text, wanted) => {
    const preview = previewImport(text)
    expect(fields(preview)).toEqual(wanted)
    expect(names(preview)).toEqual(['Amelia Potter'])
  })

  it('knows mother and father by their headings', () => {
    const [pupil] = pupilsOf(
      previewImport("Name,Mother's Name,Father's Name\nAmelia Potter,Helen Potter,James Potter\n"),
    )
    expect(pupil?.guardians.map((one) => [one.firstName, one.relation])).toEqual([
      ['Helen', 'mother'],
      ['James', 'father'],
    ])
  })

  it.each([
    [';', 'First name;Last name\nAmelia;Potter\n'],
    ['\t', 'First name\tLast name\nAmelia\tPotter\n'],
    ['|', 'First name|Last name\nAmelia|Potter\n'],
    [';', 'sep=;\nFirst name;Last name\nAmelia;Potter\n'],
  ])('parted by %j', (delimiter, text) => {
    const preview = previewImport(text)
    expect(preview.delimiter).toBe(delimiter)
    expect(names(preview)).toEqual(['Amelia Potter'])
  })

  it('finds the headings below a title, and passes over headings that are printed again', () => {
    const preview = previewImport(
      'Crossways Primary\n\nClass list,4K\nPrinted 01/09/2025\nForename,Surname\nAmelia,Potter\nForename,Surname\nDev,Shah\n',
    )
    expect(preview.headerLine).toBe(5)
    expect(preview.rows.map((row) => row.line)).toEqual([6, 8])
    expect(codes(preview)).toEqual(['7 warning repeatedHeader'])
  })

  it('does not take consent to photographs for consent to video lessons', () => {
    const preview = previewImport(
      'Name,Photo and video consent,Website consent,Live video lessons consent,Consent to recording\nAmelia Potter,Yes,Yes,No,No\n',
    )
    expect(fields(preview)).toEqual({
      Name: 'fullName',
      'Photo and video consent': 'unknown',
      'Website consent': 'unknown',
      'Live video lessons consent': 'consentVideo',
      'Consent to recording': 'consentRecording',
    })
    expect(preview.columns[1]?.note).toMatch(/by hand/)
    expect(pupilsOf(preview)[0]).toMatchObject({ consentVideo: 'no', consentRecording: 'no' })
  })

  it('takes a mapping by hand, also without headings', () => {
    const preview = previewImport('Potter,x,Amelia,Y\n', {
      headerLine: 0,
      mapping: { 0: 'lastName', 2: 'firstName', 3: 'consentVideo' },
    })
    expect(pupilsOf(preview)[0]).toMatchObject({
      firstName: 'Amelia',
      lastName: 'Potter',
      consentVideo: 'yes',
      line: 1,
    })
    expect(
      codes(previewImport('a,b\nc,d\n', { headerLine: 1, mapping: { 7: 'firstName' } })),
    ).toEqual(['1 error badMapping'])
  })

  it('gives no rows and says why when the columns are wrong', () => {
    const preview = previewImport('Product,Price\nApple,3\n')
    expect(preview.rows).toEqual([])
    expect(preview.problems).toHaveLength(1)
    expect(preview.problems[0]).toMatchObject({ severity: 'error', code: 'noNameColumn' })
    expect(preview.problems[0]?.message).toMatch(/“Product”, “Price”/)
    expect(codes(previewImport('First name,Last name\n'))).toEqual(['0 error noRows'])
  })
})

describe('rows', () => {
  it('says by line what was not taken and why', () => {
    const preview = previewImport(
      [
        'First name,Last name,Class,Video consent,Contact 1 phone',
        'Amelia,Potter,4K,Yes,4.477E+11',
        'Shah, Dev,4K,Yes,0770,extra',
        ',,4K,Yes,',
        '=HYPERLINK("http://x"),Jones,4K,Yes,',
        'Total: 3',
        'Mei,,4K,maybe later,',
        'Ivy,Walker',
        '123,456,4K,,',
        'Leo,Rossi,=1+1,Yes,+44 7700 900129',
        '',
      ].join('\n'),
    )
    expect(names(preview)).toEqual(['Amelia Potter', 'Mei', 'Ivy Walker', 'Leo Rossi'])
    expect(codes(preview)).toEqual([
      '2 warning phoneBroken',
      '3 error moreCells',
      '4 error emptyName',
      '5 error formulaCell',
      '6 error notAPerson',
      '7 warning oneNameOnly',
      '7 warning consentNotUnderstood',
      '8 warning fewerCells',
      '9 error notAName',
      '10 warning formulaCell',
    ])
    expect(pupilsOf(preview).map((row) => row.consentVideo)).toEqual([
      'yes',
      'unknown',
      'unknown',
      'yes',
    ])
    expect(pupilsOf(preview)[3]?.guardians[0]?.phone).toBe('+44 7700 900129')
    expect(preview.counts).toEqual({ read: 9, pupils: 4, staff: 0, notTaken: 5 })
  })

  it('reads quotes, cells over several lines, and mixed line ends by their own line', () => {
    const preview = previewImport(
      'First name,Last name,Contact 1\r\n"Amelia","Potter","Helen Potter\nJames Potter"\rDev,"Shah ""S""",x y\nMei,Ng,\r\n',
    )
    expect(preview.rows.map((row) => row.line)).toEqual([2, 4, 5])
    expect(pupilsOf(preview)[0]?.guardians).toHaveLength(2)
    expect(preview.rows[1]?.lastName).toBe('Shah "S"')
  })

  it('lets a broken quote harm its own line only', () => {
    const preview = previewImport('First name,Last name\nAmelia,Potter\n"Dev,Shah\nMei,Ng\n')
    expect(names(preview)).toEqual(['Amelia Potter', 'Mei Ng'])
    expect(codes(preview)).toEqual(['3 error brokenQuotes'])
  })

  it('joins lines that speak of one child and keeps two children of one name apart', () => {
    const preview = previewImport(
      [
        'UPN,Forename,Surname,Contact Name,Relationship,Video consent',
        'A1,Dev,Shah,Priya Shah,Mother,Yes',
        'A1,Dev,Shah,Raj Shah,Father,No',
        'A2,Ella,Green,Kim Green,Mother,Yes',
        'A3,Ella,Green,Una Green,Mother,Yes',
        'A2,Ella,Green,Kim Green,Mother,Yes',
      ].join('\n'),
    )
    expect(
      pupilsOf(preview).map((row) => [
        row.firstName,
        row.guardians.map((one) => one.firstName),
        row.consentVideo,
        row.lines,
      ]),
    ).toEqual([
      ['Dev', ['Priya', 'Raj'], 'no', [2, 3]],
      ['Ella', ['Kim'], 'yes', [4, 6]],
      ['Ella', ['Una'], 'yes', [5]],
    ])
    expect(codes(preview)).toEqual([
      '3 warning joinedRows',
      '3 warning consentDiffers',
      '5 warning sameName',
      '6 warning duplicateRow',
    ])
  })

  it('tells staff from pupils', () => {
    const preview = previewImport(
      'Name,Role\nMs Aisha Khan,Teacher\nTom Bradley,Teaching assistant\nAmelia Potter,Pupil\nDev Shah,\nX Y,Astronaut\n',
    )
    expect(
      preview.rows.map((row) => [
        row.kind,
        row.firstName,
        row.kind === 'staff' ? `${row.title}/${row.role}` : '',
      ]),
    ).toEqual([
      ['staff', 'Aisha', 'Ms/Teacher'],
      ['staff', 'Tom', '/Teaching assistant'],
      ['pupil', 'Amelia', ''],
      ['pupil', 'Dev', ''],
    ])
    expect(codes(preview)).toEqual(['6 error roleNotUnderstood'])
  })

  it('reads 5,000 rows in under a second of processor time', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, i) =>
        `Child${String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + Math.floor(i / 676))},Surname,4K,Mr & Mrs Surname,Yes`,
    )
    const text = ['First name,Last name,Class,Guardian 1 name,Video consent', ...rows].join('\n')
    const before = process.cpuUsage()
    const preview = previewImport(utf8(text))
    const { user, system } = process.cpuUsage(before)
    expect(preview.counts.pupils).toBe(5000)
    expect((user + system) / 1000).toBeLessThan(1000)
  })

  it('never fails and never takes a row without letters, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ unit: 'binary', maxLength: 300 }).map((text) => utf8(`Name,Role\n${text}`)),
        ),
        (bytes) => {
          for (const row of previewImport(bytes).rows)
            expect(`${row.firstName}${row.lastName}`).toMatch(/\p{L}/u)
        },
      ),
      { numRuns: 300 },
    )
  }, 30_000)
})

describe('cells', () => {
  it.each([
    ['Potter, Amelia', ['', 'Amelia', 'Potter', '']],
    ['Amelia Potter', ['', 'Amelia', 'Potter', '']],
    ['POTTER Amelia', ['', 'Amelia', 'POTTER', '']],
    ['Amelia (Millie) Potter', ['', 'Amelia', 'Potter', 'Millie']],
    ['Ms Aisha Khan', ['Ms', 'Aisha', 'Khan', '']],
    ['Mrs Shah', ['Mrs', '', 'Shah', '']],
    ['Shah, Mrs Priya', ['Mrs', 'Priya', 'Shah', '']],
    ['Harriet van der Berg', ['', 'Harriet', 'van der Berg', '']],
    ['Seán Ó Briain', ['', 'Seán', 'Ó Briain', '']],
    ['Madonna', ['', 'Madonna', '', '']],
  ])('the name %j', (text, wanted) => {
    const { title, firstName, lastName, preferredName } = nameParts(text)
    expect([title, firstName, lastName, preferredName]).toEqual(wanted)
  })

  it.each([
    ['Mr & Mrs Shah', ['Mr  Shah', 'Mrs  Shah']],
    ['Mr and Mrs P Shah', ['Mr  Shah', 'Mrs P Shah']],
    ['Priya & Raj Shah', [' Priya Shah', ' Raj Shah']],
    ['Priya Shah and Raj Patel', [' Priya Shah', ' Raj Patel']],
    ['Priya Shah; Raj Shah', [' Priya Shah', ' Raj Shah']],
    ['Mrs Priya Shah (mother)', ['Mrs Priya Shah mother']],
    ['Ferdinand Sandy', [' Ferdinand Sandy']],
    ['', []],
  ])('the guardians %j', (text, wanted) => {
    expect(
      guardiansIn(text).guardians.map(
        (one) =>
          `${one.title} ${one.firstName} ${one.lastName}${one.relation === '' ? '' : ` ${one.relation}`}`,
      ),
    ).toEqual(wanted)
  })

  it.each([
    [
      'yes',
      [
        'Yes',
        'Y',
        'TRUE',
        '1',
        '✓',
        '✔️',
        'Granted',
        'consent given',
        'Yes - signed 12/09/2025',
        'Agreed',
        'Opted in',
        'I consent',
        'Oes',
      ],
    ],
    [
      'no',
      [
        'No',
        'N',
        'false',
        '0',
        '✗',
        'Refused',
        'Withdrawn',
        'NO CONSENT',
        'No – see office',
        'does not consent',
        'Opted out',
        'Not given',
      ],
    ],
    [
      'unknown',
      [
        '',
        '-',
        '?',
        'n/a',
        'pending',
        'TBC',
        'not returned',
        'Yes but not recorded',
        'x',
        'Yes, only with mum',
        'perhaps',
        'No objection',
        'Yes if camera off',
      ],
    ],
  ] as const)('consent %s', (wanted, texts) => {
    for (const text of texts) expect([text, consentOf(text).consent]).toEqual([text, wanted])
  })

  it('says when a consent was not understood', () => {
    for (const text of ['Yes but not recorded', 'x', 'No objection', 'perhaps'])
      expect([text, consentOf(text).understood]).toEqual([text, false])
    for (const text of ['Yes', 'pending', ''])
      expect([text, consentOf(text).understood]).toEqual([text, true])
  })

  it('reads roles', () => {
    expect(
      [
        'Teacher',
        'TA',
        'Owner',
        'Class teacher (job share)',
        'Student',
        'Pupil',
        'Member',
        '',
        'Astronaut',
      ].map(roleOf),
    ).toEqual(['staff', 'staff', 'staff', 'staff', 'pupil', 'pupil', 'pupil', 'blank', undefined])
  })
})

describe('merging', () => {
  const first = load(
    'First name,Last name,Video consent,Contact 1 name,Contact 1 phone\nAmelia,Potter,Yes,Helen Potter,0770\nDev,Shah,No,Priya Shah,0771\nMei,Ng,Yes,,\n',
  )

  it('says who is new, changed, the same and gone, and changes nothing that is there', () => {
    const frozen = JSON.stringify(first)
    const withAlias: Register = {
      ...first,
      pupils: first.pupils.map((one) =>
        one.lastName === 'Potter' ? { ...one, aliases: ['Millie P'] } : one,
      ),
    }
    const preview = previewImport(
      'First name,Last name,Video consent\nAmelia,Potter,No\nDev,Shah,No\nIvy,Walker,Yes\n',
    )
    const result = applyImport(preview, withAlias, idsFromNames(), { now: 5 })
    expect(result.added.map((one) => one.name)).toEqual(['Ivy Walker'])
    expect(result.changed).toEqual([
      {
        id: first.pupils[0]?.id,
        name: 'Amelia Potter',
        line: 2,
        changes: [{ what: 'Consent to video', from: 'yes', to: 'no' }],
      },
    ])
    expect(result.unchanged.map((one) => one.name)).toEqual(['Dev Shah'])
    expect(result.missing.map((one) => one.name)).toEqual(['Mei Ng'])
    expect(result.register.pupils.map((one) => one.lastName)).toEqual([
      'Potter',
      'Shah',
      'Ng',
      'Walker',
    ])
    // What the file has no column for stays: guardians, and what teachers confirmed.
    expect(result.register.pupils[0]).toMatchObject({
      aliases: ['Millie P'],
      guardians: [{ firstName: 'Helen', phone: '0770' }],
    })
    expect(result.register.updatedAt).toBe(5)
    expect(JSON.stringify(first)).toBe(frozen)
    expect(
      applyImport(preview, withAlias, idsFromNames(), { removeMissing: true }).register.pupils.map(
        (one) => one.lastName,
      ),
    ).toEqual(['Potter', 'Shah', 'Walker'])
  })

  it('never calls staff missing from a list that has none', () => {
    const withStaff = load('Name,Role\nMs Aisha Khan,Teacher\nAmelia Potter,Pupil\n')
    const file = previewImport('Name\nDev Shah\n')
    const result = applyImport(file, withStaff, idsFromNames(), { removeMissing: true })
    expect(result.missing.map((one) => one.name)).toEqual(['Amelia Potter'])
    expect(result.register.staff).toEqual(withStaff.staff)
  })

  it('takes only the classes asked for and names the register after one class', () => {
    const preview = previewImport('Name,Class\nAmelia Potter,4K\nDev Shah,5B\n')
    expect(preview.classNames).toEqual(['4K', '5B'])
    const { register } = applyImport(preview, undefined, idsFromNames(), { classNames: ['5B'] })
    expect([register.name, register.pupils.map((one) => one.firstName)]).toEqual(['5B', ['Dev']])
  })

  it('gives the same ids for the same file, and never one id twice', () => {
    const text = 'UPN,Name\n1,Ella Green\n2,Ella Green\n3,Dev Shah\n'
    expect(load(text)).toEqual(load(text))
    expect(new Set(load(text).pupils.map((one) => one.id)).size).toBe(3)
    const stubborn = applyImport(previewImport(text), undefined, () => 'same').register
    expect(new Set(stubborn.pupils.map((one) => one.id)).size).toBe(3)
  })
})

describe('export', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Amelia',
      'Łukasz',
      "O'Brien",
      'Smith-Jones',
      '=cmd()',
      '@SUM',
      "'=x",
      '-dash',
      '+plus',
      'a,b',
      'say "hi"',
      'semi;colon',
      'Dr',
      'Mum',
      'Total',
      'First name',
    ),
    fc.stringMatching(/^[A-Za-z]{1,12}$/),
  )
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const optional = fc.oneof(fc.constant(''), name)
  const guardian: fc.Arbitrary<Guardian> = fc.record({
    title: fc.constantFrom('Mrs', 'Mr', ''),
    firstName: optional,
    lastName: name,
    relation: fc.constantFrom('mother', 'carer', ''),
    phone: fc.constantFrom('', '07700 900123', '+44 7700 900123'),
  })
  const consent = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
  const pupil = fc
    .record({
      firstName: name,
      lastName: optional,
      preferredName: optional,
      guardians: fc.array(guardian, { maxLength: 3 }),
      consentVideo: consent,
      consentRecording: consent,
      aliases: fc.uniqueArray(name, { maxLength: 3 }),
    })
    .map((one) => (one.preferredName === one.firstName ? { ...one, preferredName: '' } : one))
  const staff = fc.record({
    firstName: name,
    lastName: name,
    title: fc.constantFrom('Ms', 'Dr', ''),
    role: fc.constantFrom('Teacher', 'Teaching assistant', ''),
    aliases: fc.uniqueArray(name, { maxLength: 2 }),
  })
  const registers: fc.Arbitrary<Register> = fc
    .record({
      pupils: fc.array(pupil, { minLength: 1, maxLength: 8 }),
      staff: fc.array(staff, { maxLength: 3 }),
      name,
    })
    .map(({ pupils, staff: people, name: className }) => ({
      id: 'r1',
      name: className,
      pupils: pupils.map((one, i) => ({ id: `p${i}`, ...one })),
      staff: people.map((one, i) => ({ id: `s${i}`, ...one })),
      updatedAt: 7,
    }))

  it('reads back as the same register', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const preview = previewImport(utf8(exportRegister(register)))
        expect(preview.problems.filter((problem) => problem.severity === 'error')).toEqual([])
        const { register: back } = applyImport(preview, undefined, () => 'r1', { now: 7 })
        expect(back).toEqual(register)
        const again = applyImport(preview, register, idsFromNames())
        expect([again.added, again.changed, again.missing]).toEqual([[], [], []])
        expect(again.register).toEqual(register)
        expect(parseRegister(back).ok).toBe(true)
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const cells = exportRegister(register)
          .replace(/^\ufeff/, '')
          .split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        for (const cell of cells) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 100 },
    )
  }, 30_000)

  it('keeps the sample class', () => {
    const bytes = readFileSync(new URL('../vectors/register/year4-maths.csv', import.meta.url))
    const preview = previewImport(bytes)
    expect([preview.problems, preview.counts]).toEqual([
      [],
      { read: 32, pupils: 30, staff: 2, notTaken: 0 },
    ])
    const register = applyImport(preview, undefined, idsFromNames()).register
    expect(register.pupils.filter((one) => one.consentVideo === 'no')).toHaveLength(2)
    expect(register.pupils.filter((one) => one.consentRecording === 'no')).toHaveLength(3)
    expect(
      register.staff.map((one) => `${one.title} ${one.firstName} ${one.lastName}, ${one.role}`),
    ).toEqual(['Ms Aisha Khan, Teacher', 'Mr Tom Bradley, Teaching assistant'])
    expect(
      applyImport(previewImport(exportRegister(register)), register, idsFromNames()).unchanged,
    ).toHaveLength(32)
  })
})

describe('stored registers', () => {
  const good = load('Name\nAmelia Potter\n')
  it('passes what is one and says what is wrong with what is not', () => {
    expect(parseRegister(good)).toEqual({ ok: true, register: good })
    const bad = parseRegister({ ...good, pupils: [{ ...good.pupils[0], lastName: 5 }] })
    expect(bad).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^pupils › 0 › lastName: /) as string,
    })
    expect(parseRegister({ ...good, pupils: [...good.pupils, ...good.pupils] })).toMatchObject({
      ok: false,
    })
    expect(parseRegister(null)).toMatchObject({ ok: false })
    expect(parseRegister({ ...good, extra: 1 })).toMatchObject({ ok: false })
  })
})
