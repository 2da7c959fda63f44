/** The one thing that can be done to what a row of a table shows: a form of its own. */
export function RowAct({
  action,
  name,
  value,
  label,
  children,
}: {
  action: string
  /** The field that says which row is meant. */
  name: string
  value: string
  /** What it does to which row, for whoever does not see the row. */
  label: string
  children: string
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={name} value={value} />
      <button type="submit" className="button button-quiet" aria-label={label}>
        {children}
      </button>
    </form>
  )
}
