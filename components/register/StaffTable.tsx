import { Plus, Trash2 } from 'lucide-react'
import type { StaffMember } from '../../lib/register/index.ts'
import { t } from '../../lib/words/say.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { TextCell } from './Cell.tsx'

/** Staff who may be in the lesson: they count as the second adult and are never "unknown". */
export function StaffTable({
  staff,
  invalid,
  onChange,
  onRemove,
  onAdd,
}: {
  staff: readonly StaffMember[]
  invalid: ReadonlySet<string>
  onChange: (member: StaffMember) => void
  onRemove: (id: string) => void
  onAdd: () => void
}) {
  return (
    <KeepFocus aria-label={t('Staff')} className="stack">
      {staff.length === 0 ? (
        <p className="soft">
          {t('Add yourself and whoever helps, so that nobody is called a stranger.')}
        </p>
      ) : (
        <div aria-label={t('Staff, table')} className="table-scroll" role="region" tabIndex={0}>
          <table className="edit-table">
            <thead>
              <tr>
                <th scope="col">{t('Title')}</th>
                <th scope="col">{t('First name')}</th>
                <th scope="col">{t('Last name')}</th>
                <th scope="col">{t('Role')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('Remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {staff.map((member) => (
                <StaffRow
                  invalid={invalid.has(member.id)}
                  key={member.id}
                  member={member}
                  onChange={onChange}
                  onRemove={onRemove}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div>
        <Button icon={<Plus aria-hidden size={16} />} onClick={onAdd}>
          {t('Add a member of staff')}
        </Button>
      </div>
    </KeepFocus>
  )
}

function StaffRow({
  member,
  invalid,
  onChange,
  onRemove,
}: {
  member: StaffMember
  invalid: boolean
  onChange: (member: StaffMember) => void
  onRemove: (id: string) => void
}) {
  const who =
    `${member.title} ${member.firstName} ${member.lastName}`.trim() || t('new member of staff')
  return (
    <tr>
      <td>
        <TextCell
          label={t('Title, {who}', { who })}
          onChange={(title) => onChange({ ...member, title })}
          value={member.title}
          width="short"
        />
      </td>
      <td>
        <TextCell
          invalid={invalid}
          label={t('First name, {who}', { who })}
          onChange={(firstName) => onChange({ ...member, firstName })}
          value={member.firstName}
        />
      </td>
      <td>
        <TextCell
          invalid={invalid}
          label={t('Last name, {who}', { who })}
          onChange={(lastName) => onChange({ ...member, lastName })}
          value={member.lastName}
        />
      </td>
      <td>
        <TextCell
          label={t('Role, {who}', { who })}
          onChange={(role) => onChange({ ...member, role })}
          value={member.role}
        />
      </td>
      <td>
        <IconButton
          icon={<Trash2 aria-hidden size={16} />}
          label={t('Remove {who}', { who })}
          onClick={() => onRemove(member.id)}
        />
      </td>
    </tr>
  )
}
