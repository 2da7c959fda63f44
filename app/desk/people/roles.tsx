import { useTranslations } from 'next-intl'
import { USER_ROLES } from '@/lib/domain/vocabulary'

/** The roles to choose from: in a form with what each may do, in a table by their names. */
export function RoleOptions({ short = false }: { short?: boolean }) {
  const t = useTranslations('people')
  return USER_ROLES.map((role) => (
    <option key={role} value={role}>
      {t(short ? `short_${role}` : role)}
    </option>
  ))
}
