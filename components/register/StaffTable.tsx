import { Plus, Trash2 } from 'lucide-react'
import type { StaffMember } from '../../lib/register/index.ts'
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
    <KeepFocus aria-label="Staff" className="stack">
      {staff.length === 0 ? (
        <p className="soft">Add yourself and whoever helps, so that nobody is called a stranger.</p>
      ) : (
        <div aria-label="Staff, table" className="table-scroll" role="region" tabIndex={0}>
          <table className="edit-table">
            <thead>
              <tr>
                <th scope="col">Title</th>
                <th scope="col">First name</th>
                <th scope="col">Last name</th>
                <th scope="col">Role</th>
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
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
          Add a member of staff
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
    `${member.title} ${member.firstName} ${member.lastName}`.trim() || 'new member of staff'
  return (
    <tr>
      <td>
        <TextCell
          label={`Title, ${who}`}
          onChange={(title) => onChange({ ...member, title })}
          value={member.title}
          width="short"
        />
      </td>
      <td>
        <TextCell
          invalid={invalid}
          label={`First name, ${who}`}
          onChange={(firstName) => onChange({ ...member, firstName })}
          value={member.firstName}
        />
      </td>
      <td>
        <TextCell
          invalid={invalid}
          label={`Last name, ${who}`}
          onChange={(lastName) => onChange({ ...member, lastName })}
          value={member.lastName}
        />
      </td>
      <td>
        <TextCell
          label={`Role, ${who}`}
          onChange={(role) => onChange({ ...member, role })}
          value={member.role}
        />
      </td>
      <td>
        <IconButton
          icon={<Trash2 aria-hidden size={16} />}
          label={`Remove ${who}`}
          onClick={() => onRemove(member.id)}
        />
      </td>
    </tr>
  )
}
